//! What files and their faults are called in the user's language.

use crate::store::{Failure, Notice, OpenError};

impl crate::words::Words {
    /// What the user should know about a workbook that did open.
    pub(super) fn notice(&self, notice: &Notice) -> String {
        match notice {
            Notice::ReadOnly => self.t("notice-read-only"),
            Notice::NetworkOrCloudFolder => self.t("notice-cloud"),
            Notice::Migrated { .. } => self.t("notice-migrated"),
            Notice::BackupFailed(why) => self.with("notice-backup", &[("why", why)]),
        }
    }

    /// Why a workbook does not open, and what to do.
    pub(super) fn open_error(&self, error: &OpenError) -> String {
        match error {
            OpenError::NotFound => self.t("open-not-found"),
            OpenError::Empty => self.t("open-empty"),
            OpenError::NotAWorkbook => self.t("open-not-a-workbook"),
            OpenError::Foreign { application_id } => {
                self.with("open-foreign", &[("id", &format!("{application_id:#010x}"))])
            }
            OpenError::Newer { version, supported } => {
                self.with("open-newer", &[("version", &version.to_string()), ("supported", &supported.to_string())])
            }
            OpenError::AlreadyOpen => self.t("open-already"),
            OpenError::Damaged(what) => self.with("open-damaged", &[("what", what)]),
            OpenError::Unexpected(what) => self.with("open-unexpected", &[("what", what)]),
            OpenError::UncleanReadOnly => self.t("open-unclean"),
            OpenError::AlreadyExists => self.t("open-exists"),
            OpenError::Io(what) => self.with("open-io", &[("what", what)]),
        }
    }

    /// Why something was not saved.
    pub(super) fn failure(&self, failure: &Failure) -> String {
        match failure {
            Failure::DiskFull => self.t("failure-disk-full"),
            Failure::ReadOnly => self.t("failure-read-only"),
            Failure::FileGone => self.t("failure-file-gone"),
            Failure::Busy => self.t("failure-busy"),
            Failure::OutOfStep => self.t("failure-out-of-step"),
            Failure::Unsound(what) => self.with("failure-unsound", &[("what", what)]),
            Failure::Io(what) => self.with("failure-io", &[("what", what)]),
        }
    }
}
