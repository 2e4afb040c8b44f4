"""Where the source files lie inside the folder given to compile.py."""
import os


class Sources:
    def __init__(self, root):
        self.root = root

    def raw(self, *parts):
        return os.path.join(self.root, "raw", *parts)

    def derived(self, name):
        return os.path.join(self.root, "derived", name)
