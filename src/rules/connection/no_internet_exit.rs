//! The rule `no-internet-exit`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::{SERVERLESS, WHITELIST};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::trace::InternetExit;
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::NoInternetExit,
    severities: &[Severity::Error],
    situation: text("The group has no way to the Internet.", "资源组没有公网出口。"),
    checks: text(
        "Whether a group that should reach a public endpoint has an EIP of its own, or a NAT gateway with EIP and SNAT entry in its bound VPC.",
        "需要访问公网地址的资源组，是否自带 EIP，或其所绑专有网络有带 EIP 和 SNAT 条目的公网 NAT 网关。",
    ),
    why: text("A serverless group has no Internet access by itself.", "Serverless 资源组默认不能访问公网。"),
    example: text(
        "A new serverless group, and a data source with a public endpoint.",
        "新建的 Serverless 资源组，访问使用公网地址的数据源。",
    ),
    remedy: text(
        "Create an Internet NAT gateway with an EIP in the bound VPC, and an SNAT entry for the group's vSwitch or the whole VPC.",
        "在所绑专有网络中创建公网 NAT 网关并绑定 EIP，再为资源组的交换机或整个专有网络添加 SNAT 条目。",
    ),
    sources: &[Source::Stated(SERVERLESS), Source::Stated(WHITELIST)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if case.trace.internet().is_some_and(|internet| internet.exit == InternetExit::None) {
        let finding = Finding::new(Code::NoInternetExit, Severity::Error, [case.group()], Says::Plain);
        sink.push(finding.at_hop(&[HopKind::InternetExit]));
    }
}
