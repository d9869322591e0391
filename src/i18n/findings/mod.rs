//! Findings in words: what is wrong, where, and what would be right.

mod networks;
mod parts;
mod plain;
mod special;

use crate::base::block_text;
use crate::i18n::findings::networks::{apart, overlap};
use crate::i18n::findings::parts::Parts;
use crate::i18n::findings::plain::plain;
use crate::i18n::findings::special::{contradiction, missing_route, one_block, stopped};
use crate::i18n::names::say;
use crate::i18n::{Names, addresses, products, rules};
use crate::rules::{Code, EntryIs, Finding, Miss, Says};
use crate::topology::Entry;

/// A finding as a sentence or two.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each kind of finding, so that the compiler asks for every sentence"
)]
pub fn finding(names: &Names<'_>, finding: &Finding) -> String {
    let lang = names.language;
    let Parts { first, blocks, entry, witness, .. } = Parts::of(names, finding);
    match &finding.says {
        Says::Plain => plain(names, finding),
        Says::NotBound { direct: Some(vpc) } => {
            let vpc = names.of(vpc);
            say!(
                lang,
                "{first} is not bound to any VPC yet. Bind it to {vpc}, where the data source is.",
                "{first} 还没有绑定任何专有网络。请绑定到数据源所在的 {vpc}。"
            )
        }
        Says::NotBound { direct: None } => {
            say!(
                lang,
                "{first} is not bound to any VPC yet, so it has no private address to start from.",
                "{first} 还没有绑定任何专有网络，因此没有可用的私网地址。"
            )
        }
        Says::BoundElsewhere { bound, wanted } => {
            let bound = names.of(bound);
            match wanted.as_ref().map(|vpc| names.of(vpc)) {
                Some(wanted) => say!(
                    lang,
                    "{first} is bound to {bound}, which has no way to the data source; {wanted} has. Bind {wanted} as well.",
                    "{first} 绑定的 {bound} 无法到达数据源，而 {wanted} 可以。请再绑定 {wanted}。"
                ),
                None => say!(
                    lang,
                    "{first} is bound to {bound}, which has no way to the data source.",
                    "{first} 绑定的 {bound} 无法到达数据源。"
                ),
            }
        }
        Says::OutOfScope { vpc, other_account } => {
            let vpc = names.of(vpc);
            if *other_account {
                say!(
                    lang,
                    "{first} is drawn as bound to {vpc}, which belongs to another account. A group can be bound only to VPCs of its own account and region, so this association carries nothing.",
                    "图中 {first} 绑定了另一个账号的 {vpc}。资源组只能绑定自己账号、自己地域的专有网络，所以这条绑定不起作用。"
                )
            } else {
                say!(
                    lang,
                    "{first} is drawn as bound to {vpc}, which lies in another region. A group can be bound only to VPCs of its own account and region, so this association carries nothing.",
                    "图中 {first} 绑定了另一个地域的 {vpc}。资源组只能绑定自己账号、自己地域的专有网络，所以这条绑定不起作用。"
                )
            }
        }
        Says::OneBlock(block) => one_block(names, finding, &block_text(*block)),
        Says::Networks { near, far, connection } => apart(names, finding, (near, far), connection.as_ref()),
        Says::OtherRegionService { service, group } => say!(
            lang,
            "This service of region {service} is reached privately only from VPCs of the same region; the group is in {group}. From there only its public endpoint can be used.",
            "该服务位于地域 {service}，只有同地域的专有网络可以通过内网访问；资源组位于 {group}，只能使用服务的公网地址。"
        ),
        Says::Regions(near, far) => say!(
            lang,
            "{near} and {far} lie on different sides of the border of mainland China: cross-border connections need qualifications of their own, and exporting data may need approval.",
            "{near} 与 {far} 分处中国内地与境外：跨境连接需要相应资质，数据出境可能需要审批。"
        ),
        Says::Connection(id) => {
            let connection = names.of(id);
            match finding.code {
                Code::NoInterRegionBandwidth => say!(
                    lang,
                    "{connection} joins two regions without bandwidth: only 1 kbit/s for tests passes. A ping would answer, a synchronization would hang.",
                    "{connection} 连接了两个地域但没有购买带宽，只有 1 Kbit/s 的测试带宽：能 ping 通，但同步任务会卡住。"
                ),
                Code::SingleZoneAttachment => say!(
                    lang,
                    "{first} has vSwitches in one zone only; to attach it to the transit router of {connection} takes vSwitches in two zones where the region has several.",
                    "{first} 的交换机都在同一个可用区；在多可用区地域，接入 {connection} 的转发路由器需要两个可用区的交换机。"
                ),
                _ => say!(
                    lang,
                    "{blocks} lies outside the private ranges of RFC 1918. Over {connection} such a target needs routes added by hand, and inside a VPC it counts as public.",
                    "{blocks} 不属于 RFC 1918 私网网段。经过 {connection} 访问时需要手动添加路由，而且在专有网络内会被当作公网地址。"
                ),
            }
        }
        Says::Shadow { winner, towards, loser, in_dataworks } => {
            let winner = block_text(*winner);
            let towards =
                towards.as_ref().map_or_else(|| lang.pick("elsewhere", "别处").to_owned(), |id| names.of(id));
            let place = if *in_dataworks {
                lang.pick("In DataWorks", "在 DataWorks 中").to_owned()
            } else {
                lang.pick(format!("In the route table of {first}"), format!("在 {first} 的路由表中"))
            };
            match loser.map(block_text) {
                Some(loser) => say!(
                    lang,
                    "{place} the route {winner} towards {towards} wins over {loser} for {blocks}, and leads away from the data source.",
                    "{place}，去往 {blocks} 的流量命中更精确的路由 {winner}（指向 {towards}），没有走 {loser}，因此到不了数据源。"
                ),
                None => say!(
                    lang,
                    "{place} the route {winner} takes {blocks} towards {towards}, away from the data source.",
                    "{place}，路由 {winner} 把去往 {blocks} 的流量引向 {towards}，到不了数据源。"
                ),
            }
        }
        Says::Conflict { block, ways } => {
            let (block, ways) = (block_text(*block), names.list(ways));
            say!(
                lang,
                "{first} has equal routes to {block} that lead different ways: {ways}. Which one is taken cannot be said.",
                "{first} 到 {block} 有多条等长路由，分别指向 {ways}，无法确定走哪一条。"
            )
        }
        Says::RouteAndNetwork { route, network, block } => {
            let (route, network) = (block_text(*route), names.of(network));
            let block = block.map(block_text).unwrap_or_default();
            if finding.code == Code::RouteToOwnNetwork {
                say!(
                    lang,
                    "The added route {route} names {network} itself ({block}), which is routed already. It can be deleted.",
                    "添加的路由 {route} 指向已绑定的 {network}（{block}）本身，该网段已自动有路由，可以删除。"
                )
            } else {
                say!(
                    lang,
                    "The added route {route} is wider than the data source's network {network} ({block}).",
                    "添加的路由 {route} 比数据源所在网络 {network}（{block}）更宽。"
                )
            }
        }
        Says::MissingRoute { network, via, winner } => missing_route(
            names,
            finding,
            &names.of(network),
            via.as_ref().map(|id| names.of(id)),
            winner.map(block_text),
        ),
        Says::Stopped { rule, port } => {
            stopped(names, finding, rule.as_ref().map(|rule| rules::rule(names, rule)), *port)
        }
        Says::NearMiss { rule, miss } => {
            let rule = rules::rule(names, rule);
            match miss {
                Miss::Port(port) => say!(
                    lang,
                    "The rule “{rule}” almost matches: port {port} is needed.",
                    "规则“{rule}”只差端口：需要 {port}。"
                ),
                Miss::Protocol(_) => say!(
                    lang,
                    "The rule “{rule}” almost matches: TCP is needed.",
                    "规则“{rule}”只差协议：需要 TCP。"
                ),
                Miss::Peer => say!(
                    lang,
                    "The rule “{rule}” of {first} almost matches: its block is another one.",
                    "{first} 的规则“{rule}”只差授权对象的网段。"
                ),
                Miss::Direction => say!(
                    lang,
                    "The rule “{rule}” matches in the other direction: perhaps the two rules are swapped.",
                    "规则“{rule}”方向相反：两条规则可能写反了。"
                ),
            }
        }
        Says::Gap { missing, needed } => say!(
            lang,
            "The whitelist of {first} covers only a part: {missing} of {needed} addresses are missing ({blocks}), for example {witness}.",
            "{first} 的白名单只覆盖了一部分：{needed} 个地址中缺少 {missing} 个（{blocks}），例如 {witness}。"
        ),
        Says::WrongEntry { is } => match is {
            EntryIs::GroupEip => say!(
                lang,
                "The whitelist of {first} lists {entry}, an EIP of the group. On a private path the data source sees the bound vSwitch: {blocks} is needed.",
                "{first} 的白名单里是资源组的 EIP（{entry}）。走内网时数据源看到的是所绑交换机的网段，需要添加 {blocks}。"
            ),
            EntryIs::GroupVswitch => say!(
                lang,
                "The whitelist of {first} lists {entry}, a vSwitch on the side of the group. Over the Internet the data source sees the EIP: {blocks} is needed.",
                "{first} 的白名单里是资源组一侧的交换机网段（{entry}）。走公网时数据源看到的是 EIP，需要添加 {blocks}。"
            ),
            EntryIs::SourceVswitch => say!(
                lang,
                "The whitelist of {first} lists {entry}, which is the data source's own network. It must list where traffic comes from: {blocks}.",
                "{first} 的白名单里是数据源自己的网段（{entry}）。应填写流量的来源：{blocks}。"
            ),
            EntryIs::ForeignEip => say!(
                lang,
                "The whitelist of {first} lists {entry}, the EIP of another group or gateway. {blocks} is needed.",
                "{first} 的白名单里是其他资源组或网关的 EIP（{entry}）。需要添加 {blocks}。"
            ),
            EntryIs::FormerEip => say!(
                lang,
                "The whitelist of {first} lists {entry}, an EIP from before a specification change. {blocks} is needed.",
                "{first} 的白名单里是变更规格之前的 EIP（{entry}）。需要添加 {blocks}。"
            ),
        },
        Says::Unreadable(problem) => {
            let why = addresses::block_problem(lang, &entry, problem);
            let takes = products::if_unreadable(names, finding);
            say!(
                lang,
                "The entry “{entry}” cannot be read and is ignored. {why}.{takes}",
                "条目“{entry}”无法识别，已忽略。{why}。{takes}"
            )
        }
        Says::Covered { by: Entry(by), is_too_wide: true } => say!(
            lang,
            "The entry {entry} is covered by {by}, which opens more than is needed: keep {entry} and delete {by}, or replace it by what is needed.",
            "条目 {entry} 已被 {by} 覆盖，但 {by} 放行过宽：请保留 {entry}，删除 {by} 或改为实际需要的网段。"
        ),
        Says::Covered { by: Entry(by), is_too_wide: false } => say!(
            lang,
            "The entry {entry} is covered by {by} and can be deleted.",
            "条目 {entry} 已被 {by} 覆盖，可以删除。"
        ),
        Says::Wider { opened, needed } => say!(
            lang,
            "The entry {entry} opens {opened} addresses; this plan needs {needed} of them.",
            "条目 {entry} 放行了 {opened} 个地址，而本方案只需要其中 {needed} 个。"
        ),
        Says::Count { count, limit } => match finding.code {
            Code::GroupTooSmall => say!(
                lang,
                "The batch tasks of {first} ask for {count} parallel threads together; its specification runs {limit} at once.",
                "{first} 上离线任务的并发线程数合计为 {count}，而该规格最多同时运行 {limit} 个。"
            ),
            _ => products::too_many(names, finding, *count),
        },
        Says::InternetPath { private_way } => {
            if *private_way {
                say!(
                    lang,
                    "{first} is reached over the Internet, which promises neither speed nor stability. Its private endpoint could be used instead: the network it lies in can be joined.",
                    "通过公网访问 {first}，速度和稳定性都没有保证。它所在的网络可以打通，建议改用内网地址。"
                )
            } else {
                say!(
                    lang,
                    "{first} is reached over the Internet, which promises neither speed nor stability.",
                    "通过公网访问 {first}，速度和稳定性都没有保证。"
                )
            }
        }
        Says::Overlap { near, far, breaks } => overlap(names, finding, (*near, *far), *breaks),
        Says::HostName { host, serverless } => {
            if *serverless {
                say!(
                    lang,
                    "{first} is named by the host name {host}. A serverless group has no hosts file: add the name to Private DNS (PrivateZone) with the bound VPC as its scope.",
                    "{first} 使用主机名 {host}。Serverless 资源组没有 hosts 文件：请在内网 DNS 解析（PrivateZone）中添加该域名，并将生效范围设为所绑专有网络。"
                )
            } else {
                say!(
                    lang,
                    "{first} is named by the host name {host}. Bind the name to its address in the network settings of the group.",
                    "{first} 使用主机名 {host}。请在资源组的网络设置中配置 Host 绑定。"
                )
            }
        }
        Says::Blocks(list) => contradiction(names, finding, list),
        Says::Tasks { batch, real_time } => {
            let (batch, real_time) = (names.list(batch), names.list(real_time));
            say!(
                lang,
                "Batch tasks ({batch}) and real-time tasks ({real_time}) share {first}: they compete for CPU, memory and network. Use a group for each.",
                "离线任务（{batch}）与实时任务（{real_time}）共用 {first}，会争抢 CPU、内存和网络。建议分别使用不同的资源组。"
            )
        }
        Says::OneEnd { reads_missing } => {
            if *reads_missing {
                say!(
                    lang,
                    "The task {first} names only what it writes; what it reads needs a connection too.",
                    "任务 {first} 只写明了写入端，读取端同样需要网络连通。"
                )
            } else {
                say!(
                    lang,
                    "The task {first} names only what it reads; what it writes needs a connection too.",
                    "任务 {first} 只写明了读取端，写入端同样需要网络连通。"
                )
            }
        }
    }
}
