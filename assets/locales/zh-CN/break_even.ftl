### 每个单元格的打平水平。

break-even-mode = 打平水平
break-even-short = 打平水平
break-even-about = 每个水平旁边是：其他条件不变时，与其余方案中最好的一个打平所需的水平。
menu-copy-break-evens = 复制打平水平表
break-even-rival = 打平对象
break-even-name = { $cell }。{ $answer }
break-even-any = 任意
break-even-ties = { $levels } 时与 { $rival } 打平
break-even-would = 若为 { $levels }，则与 { $rival } 打平
break-even-never = 任何水平都无法与 { $rival } 打平
break-even-always = 任何水平都与 { $rival } 打平
break-even-alone = 没有其他完整的方案可以打平
break-even-open = 该方案还缺其他水平，无法判断
break-even-change = { $level }（{ $change }）
break-even-as-today = { $level }（即现在）
break-even-between = { $from } 至 { $to }
break-even-from = { $from } 以上（含）
break-even-to = { $to } 以下（含）
break-even-unit = { $number } { $unit }
break-even-yearly = 每年 { $amount }
break-even-named-reaches = 改为“{ $level }”即可追平或胜过 { $rival }
break-even-named-loses = 改为“{ $level }”便不再领先 { $rival }
break-even-named-tied = 现在就与 { $rival } 打平
break-even-named-never = 任何水平都无法追平 { $rival }
break-even-named-keeps = 任何水平都领先 { $rival }
break-even-leads = 领先 { $rival } 的幅度：{ $leads }
