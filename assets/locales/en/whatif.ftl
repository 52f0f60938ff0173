# What-ifs and their variants.

edit-add-variant = Keep variant { $name }
edit-describe-variant = Rename variant { $name }
edit-set-variant = Update variant { $name }
edit-remove-variant = Delete variant { $name }
edit-apply-variant = Apply variant { $name }
edit-apply-what-if = Apply what-if

error-variant-name-taken = Another variant of this comparison is already named “{ $name }”; choose another name.
