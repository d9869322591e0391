//! Security group rules in words.

use crate::base::{PortRange, block_text};
use crate::i18n::Names;
use crate::topology::{Action, Direction, Protocol, Rule};

/// A rule as one line.
pub fn rule(names: &Names<'_>, rule: &Rule) -> String {
    let lang = names.language;
    let direction = match rule.direction {
        Direction::Inbound => lang.pick("inbound", "入方向"),
        Direction::Outbound => lang.pick("outbound", "出方向"),
    };
    let action = match rule.action {
        Action::Allow => lang.pick("allow", "允许"),
        Action::Deny => lang.pick("deny", "拒绝"),
    };
    let protocol = match rule.protocol {
        Protocol::Tcp => "TCP",
        Protocol::Udp => "UDP",
        Protocol::Icmp => "ICMP",
        Protocol::All => lang.pick("all protocols", "全部协议"),
    };
    let ports = if rule.ports == PortRange::ALL {
        lang.pick("all ports", "全部端口").to_owned()
    } else {
        rule.ports.to_string()
    };
    let (peer, priority) = (block_text(rule.peer), rule.priority);
    let priority = lang.pick(format!("priority {priority}"), format!("优先级 {priority}"));
    format!("{direction} {action} {protocol} {ports} {peer}, {priority}").replace(", ", lang.pick(", ", "，"))
}
