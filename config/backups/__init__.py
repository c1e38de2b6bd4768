"""The record and the files of the site in a folder, with a checksum of every table and file.

    backups.make(folder)      a backup beside the others in the folder
    backups.verify(backup)    whether its files are what they were
    backups.restore(backup)   into an empty database and an empty media folder

What is not in it: the environment file with its secrets, and whatever can be made again (static
files, kept pages, queued tasks, which the events in the database bring about once more).
"""

from config.backups.folders import NotABackup, NotEmpty, make, prune, restore, verify

__all__ = ["NotABackup", "NotEmpty", "make", "prune", "restore", "verify"]
