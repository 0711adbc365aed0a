using KediriLapor.Accounts;
using KediriLapor.Reports.Model;

namespace KediriLapor.Model.Tests.Reports;

public class RolesTests
{
    [Test]
    public void Reporter_and_program_are_what_they_are_and_strangers_nothing() => Assert.Multiple(() =>
    {
        Assert.That(ReportEdges.RolesOf(Actor.Reporter, "DPUPR", false), Is.EqualTo(Walker.Reporter));
        Assert.That(ReportEdges.RolesOf(Actor.System, "DPUPR", false), Is.EqualTo(Walker.Clock));
        Assert.That(ReportEdges.RolesOf(Actor.Anonymous, "DPUPR", true), Is.EqualTo((Walker)0));
    });

    [TestCase(StaffRole.Officer, "DPUPR", false, Walker.Officer, TestName = "An officer on a report of the own agency")]
    [TestCase(StaffRole.Officer, "DLHKP", false, (Walker)0, TestName = "An officer on a report of another agency")]
    [TestCase(StaffRole.Officer, null, false, (Walker)0, TestName = "An officer on a report of nobody")]
    [TestCase(StaffRole.Officer, "PLN", true, (Walker)0, TestName = "An officer on a report of an outside agency")]
    [TestCase(StaffRole.Head, "DPUPR", false, Walker.Officer, TestName = "A head on a report of the own agency")]
    [TestCase(StaffRole.Verifier, null, false, Walker.Verifier, TestName = "A verifier on a report of nobody")]
    [TestCase(StaffRole.Verifier, "DPUPR", false, Walker.Verifier, TestName = "A verifier on a report of the own agency has no hand in the work")]
    [TestCase(StaffRole.Verifier, "PLN", true, Walker.Verifier | Walker.Officer, TestName = "A verifier acts in the place of an outside agency")]
    [TestCase(StaffRole.Operator, "DPUPR", true, (Walker)0, TestName = "An operator moves nothing")]
    [TestCase(StaffRole.Auditor, "DPUPR", true, (Walker)0, TestName = "An auditor moves nothing")]
    [TestCase(StaffRole.Admin, "DPUPR", true, (Walker)0, TestName = "An admin moves nothing")]
    public void Staff_meet_a_report_as_their_permissions_say(StaffRole role, string? agencyCode, bool followedByVerifiers, Walker roles)
    {
        var actor = new Actor(ActorKind.Staff, Guid.Empty, "Petugas", "DPUPR", role.Permissions(), ["DPUPR"]);
        Assert.That(ReportEdges.RolesOf(actor, agencyCode, followedByVerifiers), Is.EqualTo(roles));
    }
}
