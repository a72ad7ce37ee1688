"""What is behind, missing or unknown in a project: in its settings, its other files and the environment."""
