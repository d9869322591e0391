//! The rule `site-mismatch`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::{AUTHORIZATION, PEERING};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::trace::Course;
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::SiteMismatch,
    severities: &[Severity::Error],
    situation: text("The two accounts belong to different sites.", "两个账号分属不同站点。"),
    checks: text(
        "Whether the group's and the data source's account are registered at different sites, aliyun.com and alibabacloud.com.",
        "资源组与数据源所属账号是否分别注册在中国站（aliyun.com）和国际站（alibabacloud.com）。",
    ),
    why: text(
        "Peering and CEN join networks of accounts of the same site only.",
        "对等连接和云企业网只能打通同一站点账号的网络。",
    ),
    example: text(
        "A group of an international-site account, and an RDS instance of a China-site account.",
        "国际站账号的资源组，访问中国站账号的 RDS 实例。",
    ),
    remedy: text(
        "Use a group of an account of the same site, or the public endpoint.",
        "使用同站点账号的资源组，或通过公网地址访问。",
    ),
    sources: &[Source::Stated(AUTHORIZATION), Source::Stated(PEERING)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (true, Some(own), Some(other)) =
        (case.trace.site_mismatch, case.trace.group.account, case.trace.source.account)
    else {
        return;
    };
    if matches!(case.trace.course, Course::Private(_)) {
        let finding =
            Finding::new(Code::SiteMismatch, Severity::Error, [own.clone(), other.clone()], Says::Plain);
        sink.push(finding.at_hop(&[HopKind::Connection]));
    }
}
