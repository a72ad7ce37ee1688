"""The data model: records, fields, names, problems, relations and formulas. It imports no other folder."""
