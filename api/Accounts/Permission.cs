namespace KediriLapor.Accounts;

/// <summary>What an actor may do. Endpoints ask for a permission, never for a role (docs/decisions/0006).</summary>
public enum Permission
{
    /// <summary>Read the reports of the actor's own agency and of those below it.</summary>
    ReadReports,

    /// <summary>Read what climbed to the actor's own unit from units that are not below it (head of Setda).</summary>
    ReadEscalations,

    /// <summary>Read the reports of every agency (verifier, auditor).</summary>
    ReadAllReports,

    /// <summary>Read integrity cases of every agency (auditor).</summary>
    ReadIntegrityCases,

    /// <summary>Triage: complete, forward, reject reports that wait for a verifier.</summary>
    TriageReports,

    /// <summary>Act on the reports that the actor's own agency is responsible for.</summary>
    HandleReports,

    /// <summary>Enter a report for a caller (operator 112).</summary>
    EnterReports,

    /// <summary>Edit services, agencies, routing rules, calendar and boundaries.</summary>
    ManageReferenceData,

    /// <summary>Create, disable and re-assign staff accounts.</summary>
    ManageAccounts,

    /// <summary>Read a reporter's contact, with a reason and a trace, where the report is the actor's to handle.</summary>
    ReadContacts,

    /// <summary>Find the reports of whoever left this phone, among those the actor sees; each find is a reading with a trace.</summary>
    LookUpPhones,

    /// <summary>Read who looked at whose personal data.</summary>
    ReadAuditLog,

    /// <summary>Take what one sees in the queue away as a file; there is no contact in it.</summary>
    ExportReports,

    /// <summary>Send reports in a client's own name.</summary>
    SubmitReports,

    /// <summary>Let integration clients in, change what they may, give and take their secrets.</summary>
    ManageClients,

    /// <summary>Say where what happens is told to: of a client its own webhooks, of an admin those of all clients.</summary>
    ManageWebhooks,

    /// <summary>Read what a client's webhooks tell.</summary>
    ReadEvents,

    /// <summary>Log calls to 112, look callers up, send units (operator 112).</summary>
    TakeCalls,

    /// <summary>Read the call log, every emergency and the marks on numbers.</summary>
    ReadCalls,

    /// <summary>Confirm or lift the marks that operators set on numbers.</summary>
    ReviewMarks,

    /// <summary>See the emergencies that the actor's own unit was sent to, and tell its steps.</summary>
    HandleDispatches,

    /// <summary>Read cars, requests for them and trips of the actor's own area; with <see cref="ReadAllReports"/> of the whole city.</summary>
    ReadCars,

    /// <summary>Decide on requests for the cars of the actor's own area, keep those cars and their log book.</summary>
    HandleCars,

    /// <summary>Read the works of the actor's own area; whoever watches Merata reads those of the whole city.</summary>
    ReadWorks,

    /// <summary>Propose, plan, carry out and account for the works of the actor's own area; Bagian Pemerintahan and admins for all.</summary>
    ManageWorks,
}
