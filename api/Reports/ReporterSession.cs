using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>
/// Somebody who has shown that a mailbox or a phone is theirs, for a while. It knows the person by the place in the contact index alone, so
/// what it opens follows the contacts: one that is corrected or erased is out of its reach at once.
/// </summary>
public sealed class ReporterSession
{
    /// <summary>SHA-256 of what the holder presents.</summary>
    public byte[] TokenHash { get; init; } = [];

    /// <summary><see cref="ContactIndex"/> of the contact that was shown to be theirs.</summary>
    public byte[] Person { get; init; } = [];

    public DateTimeOffset EndsAt { get; init; }
}

/// <summary>The reports that are somebody's own by their contact.</summary>
internal static class Ownership
{
    /// <summary>
    /// Never an anonymous one, whose contact is nobody's to be found by; and never a confidential one: a mailbox may be shared with whom the report is
    /// about, at home or at the office, so such a report opens to the secret of its receipt and to nothing else.
    /// </summary>
    public static IQueryable<Report> OwnedBy(this AppDb db, byte[] person, City city)
    {
        var confidential = city.ConfidentialServices;
        return db.ReporterContacts.Where(c => c.PhoneIndex == person || c.EmailIndex == person)
            .Join(db.Reports, c => c.ReportId, r => r.Id, (_, report) => report)
            .Where(r => !r.Anonymous && !r.Confidential && !confidential.Contains(r.ServiceCode));
    }
}
