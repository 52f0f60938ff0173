# 假设与情景

edit-add-variant = 保留情景 { $name }
edit-describe-variant = 重命名情景 { $name }
edit-set-variant = 更新情景 { $name }
edit-remove-variant = 删除情景 { $name }
edit-apply-variant = 采用情景 { $name }
edit-apply-what-if = 采用假设

error-variant-name-taken = 本比较中已有名为“{ $name }”的情景；请换一个名称。
