//! The help text of the command line.

use crate::i18n::Language;

/// How the commands are called.
pub(super) const SYNOPSIS: &str = "\
usage: reachplan check FILE [--format text|json|markdown] [--by connection|owner] [--lang en|zh]
       reachplan apply FILE [--lang en|zh]
       reachplan export FILE --format markdown|csv|svg|terraform|cli|json|report
                [--by connection|owner] [--theme light|dark] [--lang en|zh]
       reachplan import FILE… [--merge PRESENT] [--lang en|zh]
       reachplan import --collector
       reachplan diff OLD NEW [--format text|json|markdown] [--lang en|zh]
       reachplan link FILE [--lang en|zh]
       reachplan open LINK [--lang en|zh]
       reachplan explain [CODE] [--format text|json] [--lang en|zh]
       reachplan help | version
";

const ENGLISH: &str = "\
Decides whether DataWorks resource groups reach their data sources, and lists the steps when they do not.

check    prints the report; exit status 0: all ready, 1: not ready, 2: unreadable input
apply    prints the document with every step applied
export   prints the plan in another format: the runbook (markdown); whitelist entries, routes and security group rules as
         a table (csv); the drawing as a picture that opens the plan again (svg); what is still needed as a Terraform file
         (terraform) or as commands of the client aliyun (cli); the document (json); the report (report)
import   prints a plan of what is found in answers of the aliyun client, Terraform state and tables; on standard error
         what was recognised, what was left out and what is still not known; exit status 0 or 2
diff     prints what differs between two plans: elements, results, whitelists as address sets; exit status 0: the same,
         positions aside, 1: different, 2: unreadable input
link     prints the link of a plan: what follows the address of the page
open     prints the document of a link
explain  prints what stands behind the code of a finding: what is checked, why, an example, the remedy, the source;
         without CODE it lists all codes
FILE     a topology document (version 1), a link, or a picture of `export`; `-` is standard input
LINK     a whole link in quotes, or its part from #p1. on; `-` is standard input
CODE     such as whitelist-gap; `check` prints it in brackets behind each finding
--by     owner splits the Markdown runbook by who acts
--theme  light or dark: the colours of a picture
--merge  puts what is found into this plan: by cloud id, with names and positions kept and nothing deleted
--collector  prints a shell script that collects the answers with calls that only read
";

const CHINESE: &str = "\
判断 DataWorks 资源组能否连通数据源，并在不能时列出步骤。

check    输出报告；退出码 0：全部连通，1：尚未连通，2：输入无法读取
apply    输出应用全部步骤之后的文档
export   以其他格式输出方案：操作手册（markdown）；白名单条目、路由和安全组规则表格（csv）；内含方案的图片（svg）；
         尚需的操作，即 Terraform 文件（terraform）或 aliyun 命令（cli）；文档（json）；报告（report）
import   根据 aliyun 命令行的返回、Terraform 状态和表格生成方案；标准错误输出识别、略去和仍未知的内容；退出码 0 或 2
diff     输出两个方案的差异：元素、结果、按地址集合比较的白名单；退出码 0：相同（位置除外），1：不同，2：输入无法读取
link     输出方案的链接：接在页面地址之后的部分
open     输出链接中的文档
explain  说明某个代码：检查内容、为何重要、示例、处理方法和来源；不带 CODE 时列出全部代码
FILE     拓扑文档（版本 1）、链接或 `export` 输出的图片；`-` 表示标准输入
LINK     加引号的完整链接，或从 #p1. 开始的部分；`-` 表示标准输入
CODE     例如 whitelist-gap；`check` 的输出在每条发现之后用方括号给出代码
--by     owner：将 Markdown 操作手册按负责人拆分
--theme  light 或 dark：图片的配色
--merge  按云资源 ID 合并到该方案：保留名称和位置，不删除任何内容
--collector  输出采集脚本：只调用只读接口
";

/// The help text.
pub(super) fn help(language: Language) -> String {
    format!("{}\n{SYNOPSIS}", language.pick(ENGLISH, CHINESE))
}
