"""The way onto machines: files of deploy/, checks, backups."""
