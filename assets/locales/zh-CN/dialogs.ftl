### dialogs
