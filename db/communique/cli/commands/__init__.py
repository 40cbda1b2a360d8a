"""The commands, one file each; every module names its click command ``command``."""
