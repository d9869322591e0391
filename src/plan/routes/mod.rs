//! The routes that a plan needs: in DataWorks, in the bound VPC, and back.

mod dataworks;
mod network;

pub(super) use dataworks::{dataworks, dataworks_for_new};
pub(super) use network::{Direction, Table, network};
