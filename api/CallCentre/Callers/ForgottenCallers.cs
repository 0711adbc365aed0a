using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre.Callers;

internal static class ForgottenCallers
{
    /// <summary>Whoever leaves a report leaves the call that it came from; when it came, and what it was, stays.</summary>
    public static Task<int> ForgetCallersOf(this AppDb db, IReadOnlyCollection<Guid> reportIds, CancellationToken ct) =>
        db.Calls.Where(c => c.ReportId != null && reportIds.Contains(c.ReportId.Value)).ExecuteUpdateAsync(
            row => row.SetProperty(c => c.PhoneSealed, (byte[]?)null).SetProperty(c => c.PhoneIndex, (byte[]?)null).SetProperty(c => c.PhoneTail, (string?)null)
                .SetProperty(c => c.Note, (string?)null).SetProperty(c => c.Place, (string?)null),
            ct);
}
