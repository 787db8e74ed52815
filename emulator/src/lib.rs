//! An embedded Microsoft Graph.
