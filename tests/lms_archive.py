"""Archives as an LMS downloads them."""

import io
import zipfile

NEW, OLD = (2026, 11, 20, 12, 0, 0), (2026, 11, 10, 12, 0, 0)  # when a file was handed in


def archive(files, when=NEW):
    """Give a zip archive of files by name, or by what it says of them."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as file:
        for name, data in files.items():
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name, when)
            file.writestr(info, data, zipfile.ZIP_DEFLATED)
    return memory.getvalue()
