using KediriLapor.Accounts;

namespace KediriLapor.Model.Tests.Accounts;

public sealed class StaffRoleTests
{
    private static readonly Permission[] Reading =
        [Permission.ReadReports, Permission.ReadAllReports, Permission.ReadIntegrityCases, Permission.ReadContacts, Permission.ReadAuditLog, Permission.ExportReports, Permission.ReadCalls, Permission.ReadCars];

    private static readonly Permission[] Watching = [Permission.ReadWorks];

    private static readonly StaffRole[] Roles = Enum.GetValues<StaffRole>();

    [TestCase(StaffRole.Operator, Permission.ReadReports, Permission.EnterReports, Permission.ReadContacts, Permission.LookUpPhones, Permission.TakeCalls, Permission.ReadCalls)]
    [TestCase(StaffRole.Verifier, Permission.ReadReports, Permission.ReadAllReports, Permission.TriageReports, Permission.ReadContacts, Permission.LookUpPhones, Permission.ExportReports, Permission.ReadCalls, Permission.ReviewMarks, Permission.ReadCars, Permission.ReadWorks)]
    [TestCase(StaffRole.Officer, Permission.ReadReports, Permission.HandleReports, Permission.ReadContacts, Permission.ExportReports, Permission.HandleDispatches, Permission.ReadCars, Permission.HandleCars, Permission.ReadWorks, Permission.ManageWorks)]
    [TestCase(StaffRole.Head, Permission.ReadReports, Permission.ReadEscalations, Permission.HandleReports, Permission.ReadContacts, Permission.ExportReports, Permission.HandleDispatches, Permission.ReadCars, Permission.HandleCars, Permission.ReadWorks, Permission.ManageWorks)]
    [TestCase(StaffRole.Auditor, Permission.ReadReports, Permission.ReadAllReports, Permission.ReadIntegrityCases, Permission.ReadContacts, Permission.ReadAuditLog, Permission.ExportReports, Permission.ReadCalls, Permission.ReadCars, Permission.ReadWorks)]
    [TestCase(StaffRole.Admin, Permission.ManageReferenceData, Permission.ManageAccounts, Permission.ManageClients, Permission.ManageWebhooks, Permission.ReadWorks, Permission.ManageWorks)]
    public void A_role_may_exactly_this(StaffRole role, params Permission[] permissions) =>
        Assert.That(role.Permissions(), Is.EquivalentTo(permissions));

    [Test]
    public void Every_role_may_something_and_every_permission_is_held_by_somebody()
    {
        Assert.That(Roles, Has.All.Matches<StaffRole>(role => role.Permissions().Count > 0));
        Assert.That(
            Roles.SelectMany(role => role.Permissions()).Concat(ClientScopes.Permissions(ClientScopes.All, wholeCity: true)).Distinct(),
            Is.EquivalentTo(Enum.GetValues<Permission>()));
    }

    [Test]
    public void The_admin_reads_no_reports() =>
        Assert.That(StaffRole.Admin.Permissions().Intersect(Reading), Is.Empty);

    [Test]
    public void The_auditor_changes_nothing() =>
        Assert.That(StaffRole.Auditor.Permissions().Except([.. Reading, .. Watching]), Is.Empty);

    [TestCase(Permission.ReadIntegrityCases, StaffRole.Auditor)]
    [TestCase(Permission.ReadAuditLog, StaffRole.Auditor)]
    [TestCase(Permission.TriageReports, StaffRole.Verifier)]
    [TestCase(Permission.ManageAccounts, StaffRole.Admin)]
    [TestCase(Permission.TakeCalls, StaffRole.Operator)]
    [TestCase(Permission.ReviewMarks, StaffRole.Verifier)]
    public void Some_duties_are_one_roles_alone(Permission permission, StaffRole role) =>
        Assert.That(Roles.Where(candidate => candidate.Permissions().Contains(permission)), Is.EqualTo(new[] { role }));

    [Test]
    public void Only_a_head_reaches_below_the_own_unit() =>
        Assert.That(Roles.Where(role => role.ReachesBelow()), Is.EqualTo(new[] { StaffRole.Head }));
}
