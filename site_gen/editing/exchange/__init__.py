"""Terms in the exchange formats of terminology work (SKOS, TBX), out and back field by field."""
