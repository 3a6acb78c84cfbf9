"""The system calls that no notebook needs, which a sandbox refuses: a seccomp filter, as bubblewrap takes it."""

import errno
import tempfile
from functools import cache

# Other processes' memory; keys, which all sandboxes of a user would have in common; what watches or programs the
# kernel; memory that is no process's, so that nobody could count it; another processor than the one that was given.
_ALWAYS = """
    ptrace process_vm_readv process_vm_writev process_madvise kcmp pidfd_getfd
    add_key request_key keyctl
    bpf perf_event_open userfaultfd fanotify_init lookup_dcookie syslog acct quotactl
    io_uring_setup io_uring_enter io_uring_register
    memfd_create memfd_secret shmget vmsplice
    sched_setaffinity
    kexec_load kexec_file_load init_module finit_module delete_module reboot swapon swapoff
    name_to_handle_at open_by_handle_at vhangup uselib
"""
_NAMESPACES = """
    mount umount2 pivot_root chroot setns unshare
    open_tree move_mount fsopen fsconfig fsmount fspick mount_setattr
"""
_SOL_SOCKET, _BUFFERS = 1, (7, 8, 32, 33)  # setsockopt's SO_SNDBUF and its kin
_INTEGER = 0xFFFFFFFF  # what Linux reads of an argument that is no address
_SHARED = 0x21  # mmap's MAP_SHARED and MAP_ANONYMOUS, with which pages outlive their mapping
_NEW = (0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000)  # clone's flags CLONE_NEW*


@cache
def program(namespaces: bool = False) -> bytes:
    """Give the filter in the form that Linux reads.

    Parameters
    ----------
    namespaces : let new namespaces and mounts be made, which the parent of the kernels needs.

    Raises
    ------
    OSError : libseccomp is not installed.
    """
    try:
        import pyseccomp
    except (ImportError, RuntimeError) as error:
        raise OSError(f"{error}. On Debian and Ubuntu: sudo apt install libseccomp2") from None
    refused, not_permitted = pyseccomp.SyscallFilter(pyseccomp.ALLOW), pyseccomp.ERRNO(errno.EPERM)
    for name in (_ALWAYS if namespaces else _ALWAYS + _NAMESPACES).split():
        if pyseccomp.resolve_syscall(pyseccomp.system_arch(), name) >= 0:  # else it is newer, or another processor's
            refused.add_rule(not_permitted, name)
    # What waits in a buffer is nobody's memory. None grows: the call does nothing, and says that all is well.
    for option in _BUFFERS:
        level = pyseccomp.Arg(1, pyseccomp.MASKED_EQ, _INTEGER, _SOL_SOCKET)
        name = pyseccomp.Arg(2, pyseccomp.MASKED_EQ, _INTEGER, option)
        refused.add_rule(pyseccomp.ERRNO(0), "setsockopt", level, name)
    refused.add_rule(not_permitted, "mmap", pyseccomp.Arg(3, pyseccomp.MASKED_EQ, _SHARED, _SHARED))
    if not namespaces:
        # Who cannot be dumped hides the files that it has open. To say that one can be stays allowed.
        set_dumpable = pyseccomp.Arg(0, pyseccomp.MASKED_EQ, _INTEGER, 4)
        refused.add_rule(not_permitted, "prctl", set_dumpable, pyseccomp.Arg(1, pyseccomp.NE, 1))
        for flag in _NEW:
            refused.add_rule(not_permitted, "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, flag, flag))
        # Its flags are in memory, where no filter looks. Programs that miss it use clone.
        refused.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "clone3")
    with tempfile.TemporaryFile() as file:
        refused.export_bpf(file)
        file.seek(0)
        return file.read()
