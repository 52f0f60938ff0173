# “最省的取胜办法”页面。

edit-set-levers = 设定 { $name } 的举措

error-lever-misfit = 这个举措与准则不符，请删除后重新添加。
error-lever-twice = 每条准则只能有一项举措。
error-lever-step = 步长必须大于 0。
error-lever-cost = 成本不能小于 0。
error-lever-bounds = 下限不能高于上限，且都必须在评分范围之内。
error-lever-margin = 领先幅度不能小于 0。
