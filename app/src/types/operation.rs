//! What can be asked of the API, as its documentation shows it?

/// One operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Operation {
    /// Its id: "`list_targets`".
    pub id: String,
    /// Its address; "{id}" stands for an id.
    pub path: String,
    /// What it is about: "targets".
    pub tag: String,
    /// What it answers, in one line.
    pub summary: String,
    /// What one needs to know to use it rightly.
    pub description: String,
    /// What it can be asked.
    pub parameters: Vec<OperationParameter>,
    /// What it answers.
    pub answers: Vec<OperationAnswer>,
}

/// What an operation can be asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OperationParameter {
    /// As the address spells it.
    pub name: String,
    /// What it asks.
    pub description: String,
    /// Whether nothing is answered without it.
    pub required: bool,
    /// All its values, where they are few and known.
    pub words: Vec<String>,
    /// A value, where one is given.
    pub example: Option<String>,
}

impl OperationParameter {
    /// Whether it compares a column: "`amount_vnd__gte`".
    pub fn is_condition(&self) -> bool {
        self.name.contains("__")
    }
}

/// What an operation answers under one status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OperationAnswer {
    /// The status: "200".
    pub status: String,
    /// What it means.
    pub description: String,
    /// In which media types.
    pub media_types: Vec<String>,
}
