### Kinds of buyers.

error-segment-name-taken = Another kind of buyer is already named “{ $name }”
error-everyone-stays = “Everyone” stays in every comparison
error-segment-size = The size of a kind of buyer is a number from 0 to 1,000,000,000
error-sharpness = The choice sharpness μ is a number from 0 to 1,000,000,000
error-multiplier = A multiplier is a number from 0 to 1,000,000,000; money itself counts at face value

edit-add-segment = Add { $name }
edit-remove-segment = Delete { $name }
edit-move-segment = Move { $name }
edit-rename-segment = Rename to { $name }
edit-set-segment-size = Set size of { $name }
edit-set-sharpness = Set μ of { $name }
edit-set-multiplier = Set multiplier of { $name }
