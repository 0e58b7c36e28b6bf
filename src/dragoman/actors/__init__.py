"""Who is meant: the directory of actors, names across spellings and scripts, places, and resolution."""
