"""All terms as a workbook and back: a row a term, a column a field, and what was exported beside it."""
