using KediriLapor.Persistence;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

internal static class NotesAboutPeople
{
    /// <summary>
    /// Forgets every note in the histories of these reports that holds a number leading to a person, or the reporter's own name. A note is sealed as
    /// a whole (docs/decisions/0011), so it goes as a whole; its row and its digest stay.
    /// </summary>
    /// <param name="names">The full name that each reporter told, by report.</param>
    /// <returns>The reports in which a note was forgotten.</returns>
    public static async Task<HashSet<Guid>> ForgetNotes(this AppDb db, IReadOnlyDictionary<Guid, string?> names, CancellationToken ct)
    {
        var rows = await db.ReportEvents.Where(e => names.Keys.Contains(e.ReportId) && (e.PublicNote != null || e.InternalNote != null)).ToListAsync(ct);
        return [.. rows.Where(row => row.ForgetNotes(note => PersonalData.Mask(note, names[row.ReportId]) != note)).Select(row => row.ReportId)];
    }

    /// <summary>For <see cref="ForgetNotes"/>: the names in these contacts.</summary>
    public static Dictionary<Guid, string?> NamesOf(this ContactVault vault, IEnumerable<Guid> reports, IEnumerable<ReporterContact> contacts)
    {
        var told = contacts.ToDictionary(contact => contact.ReportId, contact => vault.Open(contact).Name);
        return reports.ToDictionary(id => id, id => told.GetValueOrDefault(id));
    }
}
