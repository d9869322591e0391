//! Steps in words: what to do with which values, why, and who does it.

mod details;
pub(in crate::i18n) mod parts;
mod why;

pub use details::details;
pub use why::why;

use crate::base::block_text;
use crate::i18n::chrome::connection_kind_short;
use crate::i18n::names::say;
use crate::i18n::products::list_of;
use crate::i18n::steps::parts::{attachment_state, new_or_named, place, prepare, whose};
use crate::i18n::{Names, connection_kind, rules};
use crate::plan::{Act, Listed, ReaddressReason, Unnamed, Who};
use crate::topology::{ConnectionKind, Direction, State};

/// A step as a sentence with its values.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each act, so that the compiler asks for every sentence"
)]
pub fn step(names: &Names<'_>, act: &Act) -> String {
    let lang = names.language;
    match act {
        Act::PrepareGroup { group, reason } => prepare(names, &names.of(group), group, *reason),
        Act::MigrateToVpc { source } => {
            let source = names.of(source);
            say!(
                lang,
                "Migrate {source} from the classic network into a VPC",
                "将 {source} 从经典网络迁移到专有网络"
            )
        }
        Act::Readdress { at, reason } => {
            let around = parts::network_around(names, at);
            let at = names.of(at);
            match reason {
                ReaddressReason::Overlap { blocks: (a, b), or } => {
                    let (a, b) = (block_text(*a), block_text(*b));
                    let (en, zh) = or.as_ref().map(|or| names.of(or)).map_or_else(Default::default, |or| {
                        (format!(" or {or}, whichever is easier,"), format!("或 {or} （改其中一个即可）"))
                    });
                    say!(
                        lang,
                        "Give {at}{en} addresses that do not overlap ({a} and {b} do)",
                        "为 {at} {zh} 更换不重叠的网段（{a} 与 {b} 重叠）"
                    )
                }
                ReaddressReason::AddressPlan(code) => parts::correction(names, *code, &at, around),
                ReaddressReason::NoRoom => say!(
                    lang,
                    "Draw for {at} only the blocks that are in use there: beside the ones drawn no private block is left for a VPC",
                    "请只为 {at} 填写实际使用的网段：目前所填网段占满了私网地址，没有可供专有网络使用的网段"
                ),
                ReaddressReason::PublicEndpoint => say!(
                    lang,
                    "Use the public endpoint of {at}, or instead a resource group in the region of {at}",
                    "改用 {at} 的公网地址，或改用与 {at} 同地域的资源组"
                ),
            }
        }
        Act::AuthorizeAccount { network, account, kind } => parts::consent(names, network, account, *kind),
        Act::JoinNetworks { connection, kind, networks: [a, b], creates } => {
            let (a, b) = (new_or_named(names, a, creates.as_ref()), names.of(b));
            let kind_words = connection_kind(lang, *kind);
            let drawn = names.topology.connections.get(connection);
            let kinds = [connection_kind_short(*kind, lang), kind_words];
            let is_kind = |name: &str| kinds.iter().any(|kind| ends_in(kind, name));
            let given = drawn.and_then(|drawn| drawn.name.as_deref()).filter(|name| !is_kind(name));
            let kind = match given {
                Some(name) => say!(lang, "{kind_words} “{name}”", "{kind_words}“{name}”"),
                None => kind_words.to_owned(),
            };
            say!(lang, "Join {a} and {b} by {kind}", "用{kind}连通 {a} 与 {b}")
        }
        Act::AttachNetwork { connection, network, creates } => {
            let (connection, network) =
                (names.of(connection), new_or_named(names, network, creates.as_ref()));
            say!(lang, "Attach {network} to {connection}", "将 {network} 接入 {connection}")
        }
        Act::CompleteAttachment { connection, network } => {
            let state = attachment_state(names, connection, network);
            let kind = names.topology.connections.get(connection).map(|drawn| drawn.kind);
            let (en, zh) = parts::waits_for(names, connection, network).map_or_else(
                Default::default,
                |owner| match kind {
                    // It is made where the CEN instance is, once the owner of the network has agreed.
                    Some(ConnectionKind::Cen) => (
                        format!(", once account {owner} has authorized it"),
                        format!("，需 {owner} 先完成授权"),
                    ),
                    _ => (format!(", which waits for account {owner}"), format!("，正在等待 {owner}")),
                },
            );
            let (connection, network) = (names.of(connection), names.of(network));
            match state {
                State::Pending => {
                    say!(
                        lang,
                        "Complete the attachment of {network} to {connection}{en}",
                        "完成 {network} 在 {connection} 中的接入{zh}"
                    )
                }
                State::Planned => {
                    say!(
                        lang,
                        "Create the attachment of {network} to {connection}",
                        "创建 {network} 到 {connection} 的连接"
                    )
                }
                State::InService => {
                    say!(
                        lang,
                        "Have the attachment of {network} to {connection} in service",
                        "使 {network} 到 {connection} 的连接生效"
                    )
                }
            }
        }
        Act::BuyBandwidth { connection } => {
            let connection = names.of(connection);
            say!(lang, "Buy bandwidth between the regions for {connection}", "为 {connection} 购买跨地域带宽")
        }
        Act::Bind { group, switch } => {
            let (group, place) = (names.of(group), place(names, switch));
            say!(lang, "Bind {group} to {place}", "将 {group} 绑定到 {place}")
        }
        Act::Rebind { group, from, switch } => {
            let (group, from, place) = (names.of(group), names.of(from), place(names, switch));
            say!(lang, "Bind {group} to {place} instead of {from}", "将 {group} 从 {from} 改绑到 {place}")
        }
        Act::CreateInternetExit { group, vpc: Some(vpc), vswitch, exists, .. } => {
            let (group, vpc) = (names.of(group), names.of(vpc));
            let vswitch = vswitch.as_ref().map(|id| names.of(id)).unwrap_or_default();
            if *exists {
                say!(
                    lang,
                    "Add an SNAT entry for {vswitch} to the NAT gateway of {vpc}, so that {group} leaves for the Internet with its EIP",
                    "在 {vpc} 的 NAT 网关上为 {vswitch} 添加 SNAT 条目，使 {group} 能通过其 EIP 访问公网"
                )
            } else {
                say!(
                    lang,
                    "Create an Internet NAT gateway in {vpc} with an EIP and an SNAT entry for {vswitch}",
                    "在 {vpc} 创建公网 NAT 网关，绑定 EIP，并为 {vswitch} 添加 SNAT 条目"
                )
            }
        }
        Act::CreateInternetExit { group, .. } => {
            let group = names.of(group);
            say!(lang, "Give {group} an EIP", "为 {group} 分配 EIP")
        }
        Act::AddSecurityGroupRule { side, at, vswitch, rule } => {
            let whose = whose(names, *side, at, vswitch.as_ref());
            let rule = rules::rule(names, rule);
            say!(lang, "Add a rule to {whose}: {rule}", "在{whose}中添加规则：{rule}")
        }
        Act::AdmitUnnamed { side, at, vswitch, direction, ports, unnamed } => {
            let whose = whose(names, *side, at, vswitch.as_ref());
            let direction = match direction {
                Direction::Inbound => lang.pick("inbound", "入方向"),
                Direction::Outbound => lang.pick("outbound", "出方向"),
            };
            let peer = match unnamed {
                Unnamed::Eip => lang.pick("the EIP of the group", "资源组的 EIP"),
                Unnamed::Address => lang.pick("the address of the data source", "数据源的地址"),
                Unnamed::VSwitchBlock => lang.pick("the CIDR block of the bound vSwitch", "所绑交换机的网段"),
                Unnamed::LoadBalancer => {
                    lang.pick("the load balancer behind PrivateLink", "私网连接后端负载均衡")
                }
            };
            say!(
                lang,
                "Add an {direction} rule for {peer} to {whose}: TCP {ports}",
                "在{whose}中为{peer}添加{direction}规则：TCP {ports}"
            )
        }
        Act::ChangeSecurityGroupRule { side, at, vswitch, rule, priority } => {
            let whose = whose(names, *side, at, vswitch.as_ref());
            let rule = rules::rule(names, rule);
            say!(
                lang,
                "Set the priority of a rule of {whose} to {priority}, so that the allow rule wins: {rule}",
                "将{whose}中规则的优先级改为 {priority}，让允许规则优先：{rule}"
            )
        }
        Act::AddDataworksRoute { group, vswitch, to } => {
            let (group, vswitch, to) = (names.of(group), names.of(vswitch), block_text(*to));
            say!(
                lang,
                "Add a route to {to} for {group}, on its binding to {vswitch}",
                "为 {group} 添加到 {to} 的路由（绑定：{vswitch}）"
            )
        }
        Act::AddUnnamedRoute { group, vswitch } => {
            let (group, vswitch) = (names.of(group), names.of(vswitch));
            say!(
                lang,
                "Add a route to the data source for {group}, on its binding to {vswitch}",
                "为 {group} 添加到数据源的路由（绑定：{vswitch}）"
            )
        }
        Act::ChangeDataworksRoute { group, from, vswitch, to } => {
            let kept = parts::has_route(names.topology, group, vswitch, *to);
            let (group, from, vswitch, to) =
                (names.of(group), names.of(from), names.of(vswitch), block_text(*to));
            if kept {
                return say!(
                    lang,
                    "Delete the route to {to} of {group} on its binding to {from}; the same route on the one to {vswitch} stays",
                    "删除 {group} 在绑定 {from} 上到 {to} 的路由，保留绑定 {vswitch} 上的同一条路由"
                );
            }
            say!(
                lang,
                "Move the route to {to} of {group} from the binding to {from} to the one to {vswitch}",
                "将 {group} 到 {to} 的路由从绑定 {from} 改到绑定 {vswitch}"
            )
        }
        Act::AddVpcRoute { network, to, via, replaces: Some(old) }
        | Act::AddReturnRoute { network, to, via, replaces: Some(old) } => {
            let (network, to, via, old) = (names.of(network), block_text(*to), names.of(via), names.of(old));
            say!(
                lang,
                "Point the route to {to} in {network} at {via} instead of {old}",
                "将 {network} 中到 {to} 的路由由 {old} 改为 {via}"
            )
        }
        Act::AddVpcRoute { network, to, via, .. } | Act::AddReturnRoute { network, to, via, .. } => {
            let (network, to, via) = (names.of(network), block_text(*to), names.of(via));
            let back = matches!(act, Act::AddReturnRoute { .. });
            if back {
                say!(
                    lang,
                    "Add the route back to {to} in {network}, through {via}",
                    "在 {network} 中添加经 {via} 回到 {to} 的回程路由"
                )
            } else {
                say!(
                    lang,
                    "Add a route to {to} in the route table of {network}, through {via}",
                    "在 {network} 的路由表中添加经 {via} 到 {to} 的路由"
                )
            }
        }
        Act::ResolveHostName { source, host, serverless } => {
            let source = names.of(source);
            if *serverless {
                say!(
                    lang,
                    "Make {host} ({source}) resolve by Private DNS (PrivateZone) in the bound VPC",
                    "在所绑专有网络中通过内网 DNS 解析（PrivateZone）解析 {host}（{source}）"
                )
            } else {
                say!(
                    lang,
                    "Bind the host name {host} ({source}) to its address in the group's network settings",
                    "在资源组网络设置中为 {host}（{source}）配置 Host 绑定"
                )
            }
        }
        Act::AddWhitelistEntry { source, entry: listed @ Listed::Block(entry) } => {
            let (list, source, entry) =
                (list_of(names, source, *listed), names.of(source), block_text(*entry));
            say!(
                lang,
                "Add {entry} to the whitelist of {source}{list}",
                "将 {entry} 加入 {source} 的白名单{list}"
            )
        }
        Act::AddWhitelistEntry { source, entry: listed @ Listed::VSwitchBlock } => {
            let (list, source) = (list_of(names, source, *listed), names.of(source));
            say!(
                lang,
                "Add the CIDR block of the bound vSwitch to the whitelist of {source}{list}",
                "将所绑交换机的网段加入 {source} 的白名单{list}"
            )
        }
        Act::AddWhitelistEntry { source, entry: listed @ Listed::Eip } => {
            let (list, source) = (list_of(names, source, *listed), names.of(source));
            say!(
                lang,
                "Add the EIP of the group to the whitelist of {source}{list}",
                "将资源组的 EIP 加入 {source} 的白名单{list}"
            )
        }
        Act::ReplaceWhitelistEntry { source, entry, replaces } => {
            let (source, entry, replaces) = (names.of(source), block_text(*entry), &replaces.0);
            say!(
                lang,
                "Replace {replaces} by {entry} in the whitelist of {source}",
                "在 {source} 的白名单中用 {entry} 替换 {replaces}"
            )
        }
        Act::CheckEip { group, source } => {
            let (group, source) = (names.of(group), names.of(source));
            say!(
                lang,
                "After a change of specification compare the EIP of {group} with the whitelist of {source}",
                "变更规格后，核对 {group} 的 EIP 与 {source} 的白名单"
            )
        }
        Act::TestConnectivity { group, source } => {
            let (group, source) = (names.of(group), names.of(source));
            say!(
                lang,
                "Run the connectivity test of {source} with {group}, before the task is committed",
                "提交任务前，用 {group} 对 {source} 做连通性测试"
            )
        }
    }
}

/// Who carries out a step.
pub fn who(names: &Names<'_>, who: &Who) -> String {
    let lang = names.language;
    match who {
        Who::Account(id) => {
            let account = parts::account(names, id);
            say!(lang, "Owner of {account}", "{account} 的管理员")
        }
        Who::Team(id) => {
            let name = names.of(id);
            say!(lang, "Network team of {name}", "{name} 的网络团队")
        }
        Who::SourceOwner(id) => {
            let name = names.of(id);
            say!(lang, "Whoever runs {name}", "{name} 的管理者")
        }
    }
}

/// Whether a kind ends in these words: who calls a connection so has not named it. Chinese words stand without blanks, and
/// one sign alone is none.
fn ends_in(kind: &str, words: &str) -> bool {
    let (kind, words) = (kind.trim_end_matches([' ', ')']).to_lowercase(), words.to_lowercase());
    let is_word = |before: &str| before.is_empty() || before.ends_with([' ', '(']);
    let is_chinese = !words.is_ascii() && words.chars().count() > 1;
    kind.strip_suffix(&words).is_some_and(|before| is_chinese || is_word(before))
}
