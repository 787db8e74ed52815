use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_enum, graph_resource, graph_union};
use serde_json::Value;
use time::OffsetDateTime;

use super::super::registry::Example;
use super::common::{BodyType, IdentitySet, PhysicalAddress};
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(EducationAssignment[class_id], of_education_me[], of_education_user[user_id]),
        example!(EducationAssignmentDefaults(class_id)),
        example!(EducationAssignmentSettings(class_id)),
        example!(EducationClass[], of_education_me[], of_education_user[user_id]),
        example!(EducationRubric[], of_education_class_assignment(class_id, assignment_id)),
        example!(
            EducationSchool[],
            of_education_class[class_id],
            of_education_me[],
            of_education_user[],
        ),
        example!(
            EducationUser[],
            of_education_class[class_id],
            of_education(),
            of_education_school[school_id],
        ),
    ]
}

#[graph_resource(
    path = "/education/classes/{class_id}/assignments",
    also(
        of_education_me = "/education/me/assignments",
        of_education_user = "/education/users/{user_id}/assignments"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct EducationAssignment {
    #[graph(key)]
    pub id: String,
    pub added_student_action: Option<EducationAddedStudentAction>,
    pub add_to_calendar_action: Option<EducationAddToCalendarOptions>,
    pub allow_late_submissions: Option<bool>,
    pub allow_students_to_add_resources_to_submission: Option<bool>,
    pub assign_date_time: Option<OffsetDateTime>,
    pub assigned_date_time: Option<OffsetDateTime>,
    pub assign_to: Option<DynamicProperties>,
    pub class_id: Option<String>,
    pub close_date_time: Option<OffsetDateTime>,
    #[graph(merge)]
    pub created_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    pub display_name: Option<String>,
    pub due_date_time: Option<OffsetDateTime>,
    pub feedback_resources_folder_url: Option<String>,
    pub grading: Option<EducationAssignmentGradeType>,
    #[graph(merge)]
    pub instructions: Option<EducationItemBody>,
    pub language_tag: Option<String>,
    #[graph(merge)]
    pub last_modified_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub module_url: Option<String>,
    pub notification_channel_url: Option<String>,
    pub resources_folder_url: Option<String>,
    pub status: Option<EducationAssignmentStatus>,
    pub web_url: Option<String>,
}

#[graph_resource(
    path = "/education/classes/{class_id}/assignmentDefaults",
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct EducationAssignmentDefaults {
    #[graph(read_only)]
    pub id: Option<String>,
    pub added_student_action: Option<EducationAddedStudentAction>,
    pub add_to_calendar_action: Option<EducationAddToCalendarOptions>,
    pub due_time: Option<String>,
    pub notification_channel_url: Option<String>,
}

#[graph_resource(
    path = "/education/classes/{class_id}/assignmentSettings",
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct EducationAssignmentSettings {
    #[graph(read_only)]
    pub id: Option<String>,
    pub submission_animation_disabled: Option<bool>,
}

#[graph_resource(
    path = "/education/classes",
    also(
        of_education_me = "/education/me/taughtClasses",
        of_education_user = "/education/users/{user_id}/taughtClasses"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct EducationClass {
    #[graph(key)]
    pub id: String,
    pub class_code: Option<String>,
    pub course: Option<DynamicProperties>,
    #[graph(merge)]
    pub created_by: Option<IdentitySet>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub external_id: Option<String>,
    pub external_name: Option<String>,
    pub external_source: Option<EducationExternalSource>,
    pub external_source_detail: Option<String>,
    pub grade: Option<String>,
    pub mail_nickname: Option<String>,
    pub term: Option<DynamicProperties>,
}

#[graph_resource(
    path = "/education/me/rubrics",
    also(of_education_class_assignment(
        path = "/education/classes/{class_id}/assignments/{assignment_id}/rubric",
        singleton
    )),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct EducationRubric {
    #[graph(key)]
    pub id: String,
    #[graph(merge)]
    pub created_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub created_date_time: Option<String>,
    #[graph(merge)]
    pub description: Option<EducationItemBody>,
    pub display_name: Option<String>,
    pub grading: Option<EducationAssignmentGradeType>,
    #[graph(merge)]
    pub last_modified_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<String>,
    pub levels: Option<Vec<RubricLevel>>,
    pub qualities: Option<Vec<RubricQuality>>,
}

#[graph_resource(
    path = "/education/schools",
    also(
        of_education_class = "/education/classes/{class_id}/schools",
        of_education_me = "/education/me/schools",
        of_education_user = "/education/users/schools"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct EducationSchool {
    #[graph(key)]
    pub id: String,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub external_source: Option<EducationExternalSource>,
    pub external_source_detail: Option<String>,
    #[graph(merge)]
    pub address: Option<PhysicalAddress>,
    #[graph(merge)]
    pub created_by: Option<IdentitySet>,
    pub external_id: Option<String>,
    pub external_principal_id: Option<String>,
    pub fax: Option<String>,
    pub highest_grade: Option<String>,
    pub lowest_grade: Option<String>,
    pub phone: Option<String>,
    pub principal_email: Option<String>,
    pub principal_name: Option<String>,
    pub school_number: Option<String>,
    pub external_school_principal_id: Option<String>,
    pub school_principal_email: Option<String>,
    pub school_principal_name: Option<String>,
    pub status: Option<String>,
}

#[graph_resource(
    path = "/education/users",
    also(
        of_education_class = "/education/classes/{class_id}/members",
        of_education(path = "/education/me", singleton),
        of_education_school = "/education/schools/{school_id}/users"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct EducationUser {
    #[graph(key)]
    pub id: String,
    pub account_enabled: Option<Value>,
    pub assigned_licenses: Option<Vec<DynamicProperties>>,
    pub assigned_plans: Option<Vec<DynamicProperties>>,
    pub business_phones: Option<Vec<String>>,
    #[graph(merge)]
    pub created_by: Option<IdentitySet>,
    pub department: Option<String>,
    pub display_name: Option<String>,
    pub external_source: Option<EducationExternalSource>,
    pub external_source_detail: Option<String>,
    pub given_name: Option<String>,
    pub mail: Option<String>,
    #[graph(merge)]
    pub mailing_address: Option<PhysicalAddress>,
    pub mail_nickname: Option<String>,
    pub middle_name: Option<String>,
    pub mobile_phone: Option<String>,
    pub office_location: Option<String>,
    pub on_premises_info: Option<DynamicProperties>,
    pub password_policies: Option<String>,
    pub password_profile: Option<DynamicProperties>,
    pub preferred_language: Option<String>,
    pub primary_role: Option<EducationUserRole>,
    pub provisioned_plans: Option<Vec<DynamicProperties>>,
    pub refresh_tokens_valid_from_date_time: Option<String>,
    pub related_contacts: Option<Vec<DynamicProperties>>,
    #[graph(merge)]
    pub residence_address: Option<PhysicalAddress>,
    pub show_in_address_list: Option<Value>,
    pub student: Option<DynamicProperties>,
    pub surname: Option<String>,
    pub teacher: Option<DynamicProperties>,
    pub usage_location: Option<String>,
    pub user_principal_name: Option<String>,
    pub user_type: Option<String>,
}

#[graph_enum]
pub enum EducationAddedStudentAction {
    None,
    AssignIfOpen,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum EducationAddToCalendarOptions {
    None,
    StudentsAndPublisher,
    StudentsAndTeamOwners,
    #[graph(evolved)]
    StudentsOnly,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
pub enum EducationAssignmentGradeType {
    EducationAssignmentPointsGradeType(EducationAssignmentPointsGradeType),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EducationAssignmentPointsGradeType {
    pub max_points: Option<f64>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EducationItemBody {
    pub content: Option<String>,
    pub content_type: Option<BodyType>,
}

#[graph_enum]
pub enum EducationAssignmentStatus {
    Draft,
    Published,
    Assigned,
    #[graph(evolved)]
    Inactive,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum EducationExternalSource {
    Sis,
    Manual,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RubricLevel {
    #[graph(merge)]
    pub description: Option<EducationItemBody>,
    pub display_name: Option<String>,
    pub grading: Option<EducationAssignmentGradeType>,
    pub level_id: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RubricQuality {
    pub criteria: Option<Vec<RubricCriterion>>,
    #[graph(merge)]
    pub description: Option<EducationItemBody>,
    pub display_name: Option<String>,
    pub quality_id: Option<String>,
    pub weight: Option<f64>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RubricCriterion {
    pub id: Option<String>,
    #[graph(merge)]
    pub description: Option<EducationItemBody>,
}

#[graph_enum]
pub enum EducationUserRole {
    Student,
    Teacher,
    None,
    #[graph(unknown)]
    Unknown(String),
}
