"""Languages, conflicts, codes and places: data and their loaders."""
