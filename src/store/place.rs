//! Folders that are not quite this computer's own.

use std::path::Path;

/// Parts of folder names that sync services use, in lower case.
const CLOUD_FOLDERS: [&str; 14] = [
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "mobile documents",
    "com~apple~clouddocs",
    "nextcloud",
    "owncloud",
    "pcloud",
    "nutstore",
    "坚果云",
    "baidusyncdisk",
    "wpsdrive",
];

/// File systems that lie on other computers.
const NETWORK_SYSTEMS: [&str; 12] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "ceph",
    "davfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
];

/// True where the file is on a network drive or in the folder of a sync service, as far as can be told.
pub fn is_shared(path: &Path) -> bool {
    let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    is_cloud_folder(path) || is_network_path(path) || is_network_mount(path, &mounts)
}

fn is_cloud_folder(path: &Path) -> bool {
    let folders = path.parent().into_iter().flat_map(Path::components);
    folders.map(|part| part.as_os_str().to_string_lossy().to_lowercase()).any(|folder| {
        CLOUD_FOLDERS.iter().any(|&cloud| {
            folder.strip_prefix(cloud).is_some_and(|rest| {
                // “OneDrive - School”, not “dropboxes”.
                !rest.starts_with(char::is_alphanumeric)
            })
        })
    })
}

fn is_network_path(path: &Path) -> bool {
    let path = path.to_string_lossy();
    let unc = path.strip_prefix(r"\\").is_some_and(|rest| !rest.starts_with('?') && !rest.starts_with('.'));
    unc || path.starts_with(r"\\?\UNC\") || path.contains("/gvfs/")
}

/// Looks the path up in a table of mounts: device, folder, type, options, one mount a line.
fn is_network_mount(path: &Path, mounts: &str) -> bool {
    let mounts = mounts.lines().filter_map(|line| {
        let mut fields = line.split(' ').skip(1);
        let folder = fields.next()?.replace("\\040", " ");
        Some((folder, fields.next()?))
    });
    let deepest = mounts.filter(|(folder, _)| path.starts_with(folder)).max_by_key(|(folder, _)| folder.len());
    deepest.is_some_and(|(_, system)| NETWORK_SYSTEMS.contains(&system))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sync_folders_are_told_by_their_names() {
        for (path, is_cloud) in [
            ("/home/li/OneDrive - School/tv.worth", true),
            ("/home/li/Dropbox/tv.worth", true),
            ("/home/li/坚果云/tv.worth", true),
            ("/home/li/dropboxes/tv.worth", false),
            ("/home/li/dropbox", false),
        ] {
            assert_eq!(is_cloud_folder(Path::new(path)), is_cloud, "{path}");
        }
    }

    #[test]
    fn the_deepest_mount_decides() {
        let mounts =
            "/dev/sda1 / ext4 rw 0 0\nserver:/x /mnt/my\\040nas nfs4 rw 0 0\n/dev/sdb /mnt/my\\040nas/usb ext4 rw 0 0";
        let on_network = |path: &str| is_network_mount(Path::new(path), mounts);
        assert_eq!(
            ["/mnt/my nas/a.worth", "/mnt/my nas/usb/a.worth", "/home/a.worth"].map(on_network),
            [true, false, false]
        );
        assert!(is_network_path(Path::new(r"\\server\share\a.worth")));
        assert!(!is_network_path(Path::new(r"\\?\C:\a.worth")));
    }
}
