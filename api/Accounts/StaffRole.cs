namespace KediriLapor.Accounts;

/// <summary>The kind of work a member of staff does. Only this file knows what follows from it.</summary>
public enum StaffRole
{
    /// <summary>Takes calls at 112.</summary>
    Operator,

    /// <summary>Triages what comes in for the whole city.</summary>
    Verifier,

    /// <summary>Works on the reports of one agency.</summary>
    Officer,

    /// <summary>Head of an agency, lurah, camat or Setda: answers for the agency and for all below it.</summary>
    Head,

    /// <summary>Inspektorat: reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>Keeps accounts and reference data.</summary>
    Admin,
}

/// <summary>What each role may do, as one table.</summary>
/// <remarks>
/// Duties are kept apart: who manages accounts reads no report, who audits changes nothing, and integrity cases are
/// read by the auditor alone, so that nobody can both decide a case and hide it.
/// </remarks>
public static class StaffRoles
{
    public static IReadOnlySet<Permission> Permissions(this StaffRole role) => Table[role];

    /// <summary>Whether the role's scope is its unit and every unit below it, or the unit alone.</summary>
    public static bool ReachesBelow(this StaffRole role) => role is StaffRole.Head;

    /// <summary>Whether a person of this role works for one unit.</summary>
    public static bool NeedsAgency(this StaffRole role) => role is StaffRole.Officer or StaffRole.Head;

    private static readonly Dictionary<StaffRole, IReadOnlySet<Permission>> Table = new()
    {
        [StaffRole.Operator] = May(
            Permission.ReadReports, Permission.EnterReports, Permission.ReadContacts, Permission.LookUpPhones, Permission.TakeCalls, Permission.ReadCalls),
        [StaffRole.Verifier] = May(
            Permission.ReadReports, Permission.ReadAllReports, Permission.TriageReports, Permission.ReadContacts, Permission.LookUpPhones, Permission.ExportReports,
            Permission.ReadCalls, Permission.ReviewMarks, Permission.ReadCars, Permission.ReadWorks),
        [StaffRole.Officer] = May(
            Permission.ReadReports, Permission.HandleReports, Permission.ReadContacts, Permission.ExportReports, Permission.HandleDispatches, Permission.ReadCars, Permission.HandleCars,
            Permission.ReadWorks, Permission.ManageWorks),
        [StaffRole.Head] = May(
            Permission.ReadReports, Permission.ReadEscalations, Permission.HandleReports, Permission.ReadContacts, Permission.ExportReports, Permission.HandleDispatches, Permission.ReadCars, Permission.HandleCars,
            Permission.ReadWorks, Permission.ManageWorks),
        [StaffRole.Auditor] = May(
            Permission.ReadReports, Permission.ReadAllReports, Permission.ReadIntegrityCases, Permission.ReadContacts, Permission.ReadAuditLog, Permission.ExportReports,
            Permission.ReadCalls, Permission.ReadCars, Permission.ReadWorks),
        [StaffRole.Admin] = May(Permission.ManageReferenceData, Permission.ManageAccounts, Permission.ManageClients, Permission.ManageWebhooks, Permission.ReadWorks, Permission.ManageWorks),
    };

    private static HashSet<Permission> May(params Permission[] permissions) => [.. permissions];
}
