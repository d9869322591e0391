//! What an import costs: answers of a cloud of some size to a plan, and into a plan that is there.

use std::fmt::Write as _;

use reachplan::import::{Source, merge, recognise};

use crate::median;

/// Resources of a cloud, from the usual to the large.
const SIZES: [usize; 3] = [500, 5_000, 50_000];

/// Prints the times, and the growth between the sizes.
pub(crate) fn print() {
    println!("\nImport, medians in microseconds (merge: into the plan that was made of it):\n");
    println!("| resources | bytes | recognise | merge |");
    println!("|---|---:|---:|---:|");
    for size in SIZES {
        let files = [Source { name: "cloud.ndjson".to_owned(), text: cloud(size) }];
        let found = recognise(&files);
        let present = found.document("");
        let (read, put) = (median(|| recognise(&files)), median(|| merge(&present, &found)));
        println!(
            "| {size} | {} | {read:.0} | {put:.0} |",
            files.iter().map(|file| file.text.len()).sum::<usize>()
        );
    }
}

/// The lines of a collector: of ten resources three are servers, three databases, one is a VPC, two are vSwitches, one is
/// a declared data source; every VPC has a route table with twenty entries and is attached to one CEN.
pub(crate) fn cloud(resources: usize) -> String {
    let mut text = String::new();
    let mut line = |api: &str, params: &str, response: &str| {
        let _ = writeln!(
            text,
            r#"{{"api":"{api}","params":{{{params}}},"region":"cn-hangzhou","account":"1001","response":{response}}}"#
        );
    };
    for n in 0..resources / 10 {
        let (high, low) = (n / 250 % 250, n % 250);
        line(
            "vpc.DescribeVpcs",
            "",
            &format!(
                r#"{{"Vpcs":{{"Vpc":[{{"VpcId":"vpc-{n}","VpcName":"vpc {n}","CidrBlock":"{}.{high}.{low}.0/24","OwnerId":1001,"RouterTableIds":{{"RouterTableIds":["vtb-{n}"]}}}}]}}}}"#,
                10 + n / 62_500
            ),
        );
        for half in 0..2 {
            line(
                "vpc.DescribeVSwitches",
                "",
                &format!(
                    r#"{{"VSwitches":{{"VSwitch":[{{"VSwitchId":"vsw-{n}-{half}","VpcId":"vpc-{n}","CidrBlock":"{}.{high}.{low}.{}/25","ZoneId":"cn-hangzhou-h"}}]}}}}"#,
                    10 + n / 62_500,
                    half * 128
                ),
            );
        }
        let entries: Vec<String> = (0..20)
            .map(|to| format!(r#"{{"RouteTableId":"vtb-{n}","DestinationCidrBlock":"172.{to}.0.0/16","Type":"Custom","NextHops":{{"NextHop":[{{"NextHopId":"tr-attach-{n}","NextHopType":"Attachment"}}]}}}}"#))
            .collect();
        line(
            "vpc.DescribeRouteEntryList",
            &format!(r#""RouteTableId":"vtb-{n}""#),
            &format!(r#"{{"RouteEntrys":{{"RouteEntry":[{}]}}}}"#, entries.join(",")),
        );
        line(
            "cbn.ListTransitRouterVpcAttachments",
            r#""CenId":"cen-1""#,
            &format!(
                r#"{{"TransitRouterAttachments":[{{"ResourceType":"VPC","CenId":"cen-1","TransitRouterAttachmentId":"tr-attach-{n}","VpcId":"vpc-{n}","Status":"Attached"}}]}}"#
            ),
        );
        for which in 0..3 {
            line(
                "ecs.DescribeInstances",
                "",
                &format!(
                    r#"{{"Instances":{{"Instance":[{{"InstanceId":"i-{n}-{which}","VpcAttributes":{{"VpcId":"vpc-{n}","VSwitchId":"vsw-{n}-0","PrivateIpAddress":{{"IpAddress":["{}.{high}.{low}.{}"]}}}},"SecurityGroupIds":{{"SecurityGroupId":["sg-{n}"]}}}}]}}}}"#,
                    10 + n / 62_500,
                    which + 4
                ),
            );
            line(
                "rds.DescribeDBInstances",
                "",
                &format!(
                    r#"{{"Items":{{"DBInstance":[{{"DBInstanceId":"rm-{n}-{which}","Engine":"MySQL","VpcId":"vpc-{n}","VSwitchId":"vsw-{n}-1"}}]}}}}"#
                ),
            );
            line(
                "rds.DescribeDBInstanceIPArrayList",
                &format!(r#""DBInstanceId":"rm-{n}-{which}""#),
                r#"{"Items":{"DBInstanceIPArray":[{"DBInstanceIPArrayName":"default","SecurityIPList":"127.0.0.1,10.0.0.0/24,10.0.7.0/24"}]}}"#,
            );
        }
        line(
            "dataworks-public.ListDataSources",
            "",
            &format!(
                r#"{{"PagingInfo":{{"DataSources":[{{"Name":"source {n}","Type":"mysql","DataSource":[{{"Id":{n},"ConnectionProperties":{{"address":[{{"host":"{}.{high}.{low}.{}","port":3306}}]}}}}]}}]}}}}"#,
                10 + n / 62_500,
                if n % 2 == 0 { 4 } else { 9 }
            ),
        );
    }
    text
}
