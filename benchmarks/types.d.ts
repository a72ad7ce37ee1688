/* What benchmarks/lookup_engines.js works with, as shapes for the type checker. */

/** A term as benchmarks/lookup.py gives it to engines that index documents. */
interface TermDocument {
  slug: string;
  name: string;
  abbreviations: string[];
  aliases: string[];
  searchAs: string[];
  definition: string;
}

/** Slugs with the part of the term that is asked for and whether they stand chosen, best first. */
type Found = [slug: string, part: string, chosen: boolean][];

/** An engine that is ready. */
type Engine = (query: string) => Found | Promise<Found>;

declare class MiniSearch {
  constructor(options: {idField: string; fields: string[]; searchOptions: Record<string, unknown>});
  addAll(documents: TermDocument[]): void;
  search(query: string): {id: string}[];
}

declare class uFuzzy {
  constructor(options: Record<string, unknown>);
  search(
    labels: string[],
    query: string,
    outOfOrder: number
  ): [number[] | null, {idx: number[]}, number[] | null];
}

declare class Fuse {
  constructor(documents: TermDocument[], options: Record<string, unknown>);
  search(query: string, options: {limit: number}): {item: TermDocument}[];
}

declare namespace Orama {
  function create(options: Record<string, unknown>): object;
  function insertMultiple(index: object, documents: TermDocument[]): Promise<string[]>;
  function search(index: object, asked: Record<string, unknown>): Promise<{hits: {document: TermDocument}[]}>;
}

declare var engines: Record<string, (...given: never[]) => unknown>;
