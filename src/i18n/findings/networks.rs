//! Findings about two networks: what keeps them apart, and that they overlap.

use crate::base::{Block, Id, block_text};
use crate::i18n::Names;
use crate::i18n::names::say;
use crate::rules::{Code, Finding};

pub(super) fn apart(
    names: &Names<'_>,
    finding: &Finding,
    (near, far): (&Id, &Id),
    connection: Option<&Id>,
) -> String {
    let lang = names.language;
    let (near, far) = (names.of(near), names.of(far));
    let connection = connection.map(|id| names.of(id)).unwrap_or_default();
    let lacking = names.list(finding.at.iter().skip(1));
    match finding.code {
        Code::AttachmentPending => {
            let is_one = finding.at.len() <= 2;
            let lack =
                if is_one { format!("attachment of {lacking} is") } else { "attachments of both are".into() };
            say!(
                lang,
                "{connection} holds {near} and {far}, but the {lack} not in service, so nothing passes.",
                "{connection} 已连接 {near} 和 {far}，但 {lacking} 的连接尚未生效，流量无法通过。"
            )
        }
        Code::PeeringNotTransitive => say!(
            lang,
            "{near} reaches {far} only through a chain with a peering connection, and peering is not transitive.",
            "{near} 只能经过包含对等连接的多跳链路到达 {far}，而对等连接不可传递。"
        ),
        Code::AttachmentMissing => say!(
            lang,
            "{connection} could join {near} and {far}, but {lacking} is not attached to it.",
            "{connection} 可以连通 {near} 和 {far}，但 {lacking} 尚未接入。"
        ),
        _ => say!(lang, "Nothing joins {near} and {far}.", "{near} 与 {far} 之间没有任何连接。"),
    }
}

pub(super) fn overlap(
    names: &Names<'_>,
    finding: &Finding,
    (near, far): (Block, Block),
    breaks: bool,
) -> String {
    let lang = names.language;
    let (near, far) = (block_text(near), block_text(far));
    let located = |at: usize| finding.at.get(at).map(|id| names.located(id)).unwrap_or_default();
    let (first, second) = (located(0), located(1));
    if breaks {
        let blocks = names.blocks(&finding.addresses);
        say!(
            lang,
            "{near} of {first} and {far} of {second} overlap: {blocks} is local where it should be reached elsewhere, so nothing arrives. Give one of them other addresses, or use PrivateLink.",
            "{first} 的 {near} 与 {second} 的 {far} 网段重叠：{blocks} 会被当作本地地址，报文无法到达。请为其中一方更换网段，或改用私网连接。"
        )
    } else {
        say!(
            lang,
            "{near} of {first} and {far} of {second} overlap: a packet to an address in both can stay on the wrong side. Give one of the networks other addresses.",
            "{first} 的 {near} 与 {second} 的 {far} 网段重叠，发往重叠地址的报文可能留在错误的一侧。请为其中一个网络更换网段。"
        )
    }
}
