//! Lists the ways in which a user can sign in, registers a phone, changes its number, and removes it again.
//!
//! `authenticationMethod` is an abstract type: its collection can be read and deleted from as a whole, and the items are created and updated as
//! one of the derived types, each in a collection of its own. Here, a Graph emulator answers:
//!
//! ```text
//! cargo run --example authentication_methods
//! ```

use std::error::Error;

use graph_resource::edm::DynamicProperties;
use graph_resource::{Client, graph_enum, graph_resource, graph_union};
use graph_resource_emulator::Emulator;
use serde_json::json;

/// A way in which a user can sign in.
#[graph_union(path = "/users/{user_id}/authentication/methods")]
#[derive(Debug)]
enum AuthenticationMethod {
    Phone(PhoneAuthenticationMethod),
    Fido2(Fido2AuthenticationMethod),
    /// A method of a type that this program does not know.
    #[graph(unknown)]
    Other(DynamicProperties),
}

/// A phone, which has a collection of its own as well.
#[graph_resource(path = "/users/{user_id}/authentication/phoneMethods")]
#[derive(Debug, Clone, PartialEq)]
struct PhoneAuthenticationMethod {
    #[graph(key)]
    id: String,
    phone_number: Option<String>,
    phone_type: Option<PhoneType>,
}

#[graph_enum]
enum PhoneType {
    Mobile,
    AlternateMobile,
    Office,
    #[graph(unknown)]
    Unknown(String),
}

/// A security key, which only the user can register.
#[graph_resource(
    path = "/users/{user_id}/authentication/fido2Methods",
    operations(list, get, delete)
)]
#[derive(Debug, Clone, PartialEq)]
struct Fido2AuthenticationMethod {
    #[graph(key)]
    id: String,
    #[graph(read_only)]
    model: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let emulator = start_emulator()?;
    let client = Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()?;

    for method in AuthenticationMethod::list("ada").send(&client).await?.value {
        println!("{}", describe(&method));
    }

    let phone = PhoneAuthenticationMethod::create("ada")
        .phone_number("+1 206 555 0100")
        .phone_type(PhoneType::Mobile)
        .send(&client)
        .await?
        .representation()
        .ok_or("the service did not answer the new phone")?;
    PhoneAuthenticationMethod::update("ada", &phone.id)
        .phone_number("+1 206 555 0199")
        .send(&client)
        .await?;
    let phone = PhoneAuthenticationMethod::get("ada", &phone.id)
        .send(&client)
        .await?;
    println!(
        "registered: {}",
        describe(&AuthenticationMethod::Phone(phone.clone()))
    );
    PhoneAuthenticationMethod::delete("ada", &phone.id)
        .send(&client)
        .await?;
    println!("removed: {}", phone.id);
    Ok(())
}

fn describe(method: &AuthenticationMethod) -> String {
    match method {
        AuthenticationMethod::Phone(phone) => {
            format!(
                "phone {}",
                phone.phone_number.as_deref().unwrap_or("without a number")
            )
        }
        AuthenticationMethod::Fido2(key) => {
            format!(
                "security key {}",
                key.model.as_deref().unwrap_or("of an unknown model")
            )
        }
        AuthenticationMethod::Other(other) => {
            let name = other.get("@odata.type").and_then(|name| name.as_str());
            format!("another method: {}", name.unwrap_or("of an unknown type"))
        }
    }
}

fn start_emulator() -> Result<Emulator, Box<dyn Error>> {
    let emulator = Emulator::builder()
        .serve::<AuthenticationMethod>()
        .serve::<PhoneAuthenticationMethod>()
        .start()?;
    let methods = "/users/ada/authentication/methods";
    let phone = "#microsoft.graph.phoneAuthenticationMethod";
    let key = "#microsoft.graph.fido2AuthenticationMethod";
    emulator.insert(
        methods,
        json!({ "@odata.type": phone, "phoneNumber": "+1 425 555 0100" }),
    )?;
    emulator.insert(methods, json!({ "@odata.type": key, "model": "NFC key" }))?;
    Ok(emulator)
}
