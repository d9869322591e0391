//! What the input of an import does not say, in words.

use crate::i18n::Language;
use crate::i18n::importing::Both;
use crate::import::Question;

/// What is still not known.
pub fn open_question(language: Language, question: &Question) -> String {
    let (en, zh): Both = match question {
        Question::Account(id) => (
            format!(
                "Which account does {id} belong to? (collect with the account's number, or draw it there)"
            ),
            format!("{id} 属于哪个账号？（采集时带上账号 ID，或在图中移入账号）"),
        ),
        Question::Region(id) => (
            format!(
                "In which region does {id} lie? It is drawn in the region “unknown”; correct that before you rely on a verdict"
            ),
            format!("{id} 位于哪个地域？目前绘制在“unknown”地域中，请先改正再参考判断结果"),
        ),
        Question::Network(id) => (
            format!("In which network does {id} lie? It is not drawn until this is known."),
            format!("{id} 位于哪个网络？明确之前不绘制。"),
        ),
        Question::Subject { place, call } => (
            format!(
                "{place}: which instance is this answer of {call} about? Name the file after the instance, or use the collector."
            ),
            format!("{place}：这条 {call} 的返回属于哪个实例？请用实例 ID 命名文件，或使用采集脚本。"),
        ),
        Question::Block(id) => (format!("Which block does {id} have?"), format!("{id} 的网段是什么？")),
        Question::Routes(id) => (
            format!("Which entries has the route table of {id}? (DescribeRouteEntryList)"),
            format!("{id} 的路由表有哪些条目？（DescribeRouteEntryList）"),
        ),
        Question::NextHop { network, to, hop } => (
            format!("{network}: where does the route to {to} through {hop} lead?"),
            format!("{network}：经 {hop} 去往 {to} 的路由通向哪里？"),
        ),
        Question::RouteTable(id) => (
            format!("Which VPC does route table {id} belong to? (DescribeRouteTableList)"),
            format!("路由表 {id} 属于哪个 VPC？（DescribeRouteTableList）"),
        ),
        Question::SecurityGroup(id) => (
            format!("Which rules has security group {id}? (DescribeSecurityGroupAttribute)"),
            format!("安全组 {id} 有哪些规则？（DescribeSecurityGroupAttribute）"),
        ),
        Question::Eips(id) => (
            format!(
                "Which EIPs has the exclusive resource group {id}? No call tells; the console shows them."
            ),
            format!("独享资源组 {id} 的 EIP 是什么？没有接口返回，请在控制台查看。"),
        ),
        Question::Snat(id) => (
            format!("Which SNAT entries has {id}? (DescribeSnatTableEntries)"),
            format!("{id} 有哪些 SNAT 条目？（DescribeSnatTableEntries）"),
        ),
        Question::Bindings(id) => (
            format!("Which VPCs is resource group {id} bound to? (ListNetworks)"),
            format!("资源组 {id} 绑定了哪些 VPC？（ListNetworks）"),
        ),
        Question::DataworksRoutes(id) => (
            format!("Which DataWorks routes has resource group {id}? (ListRoutes)"),
            format!("资源组 {id} 添加了哪些 DataWorks 路由？（ListRoutes）"),
        ),
        Question::Product { id, engine } if engine.is_empty() => {
            (format!("What is {id}? It is not drawn."), format!("{id} 是什么产品？暂不绘制。"))
        }
        Question::Product { id, engine } => (
            format!("What is {id}, which calls itself {engine}? It is not drawn."),
            format!("{id}（{engine}）是什么产品？暂不绘制。"),
        ),
        Question::Whitelist(id) => (format!("Which whitelist has {id}?"), format!("{id} 的白名单是什么？")),
        Question::Source(name) => (
            format!("Which data source is {name}? Its whitelist entries wait for one of this id or name."),
            format!("{name} 是哪个数据源？白名单条目需对应到同 ID 或同名的数据源。"),
        ),
    };
    language.pick(en, zh)
}
