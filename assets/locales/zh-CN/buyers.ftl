### 买家类型。

error-segment-name-taken = 已有名为“{ $name }”的买家类型
error-everyone-stays = 每个比较都保留“所有买家”
error-segment-size = 买家类型的规模是 0 到 1,000,000,000 之间的数
error-sharpness = 选择敏锐度 μ 是 0 到 1,000,000,000 之间的数
error-multiplier = 乘数是 0 到 1,000,000,000 之间的数；货币本身按面值计算

edit-add-segment = 添加 { $name }
edit-remove-segment = 删除 { $name }
edit-move-segment = 移动 { $name }
edit-rename-segment = 重命名为 { $name }
edit-set-segment-size = 设置 { $name } 的规模
edit-set-sharpness = 设置 { $name } 的 μ
edit-set-multiplier = 设置 { $name } 的乘数
