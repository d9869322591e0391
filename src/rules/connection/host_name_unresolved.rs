//! The rule `host-name-unresolved`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::{DATA_SOURCES, SERVERLESS};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::topology::GroupKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::HostNameUnresolved,
    severities: &[Severity::Warning],
    situation: text(
        "A host name on a private path has to be made to resolve.",
        "内网访问使用了主机名，需要配置解析。",
    ),
    checks: text(
        "Whether a data source on a private path is named by a host name.",
        "通过内网访问的数据源是否使用主机名。",
    ),
    why: text(
        "A serverless group has no hosts file; an exclusive group knows names of your data center only by host binding.",
        "Serverless 资源组没有 hosts 文件；独享资源组需要配置 Host 绑定才能解析本地 IDC 的主机名。",
    ),
    example: text(
        "mysql.idc.example as the host of a data source in a data center.",
        "本地 IDC 中的数据源，主机名为 mysql.idc.example。",
    ),
    remedy: text(
        "Serverless: add the name to Private DNS (PrivateZone) with the bound VPC as its scope. Exclusive: add a host binding.",
        "Serverless 资源组：在内网 DNS 解析（PrivateZone）中添加该域名，生效范围选所绑专有网络；独享资源组：配置 Host 绑定。",
    ),
    sources: &[Source::Stated(SERVERLESS), Source::Stated(DATA_SOURCES)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let (Some(_), Some(host)) = (case.trace.private(), &case.trace.source.drawn.host) {
        let serverless = case.trace.group.drawn.kind == GroupKind::Serverless;
        let says = Says::HostName { host: host.clone(), serverless };
        sink.push(Finding::new(Code::HostNameUnresolved, Severity::Warning, [case.source()], says));
    }
}
