using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Reports;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>What decides who may be told of a report.</summary>
/// <param name="Guarded">Confidential or about officials: told to nobody who could not open it.</param>
/// <param name="Urgent">An emergency: told at night too.</param>
/// <param name="Merged">Handled with another, whose answers are told in its place.</param>
internal sealed record Matter(Guid ReportId, string? AgencyCode, bool Guarded, bool Urgent, bool Merged);

/// <summary>Finds the people behind a <see cref="Recipient"/>.</summary>
internal sealed class Listeners(AppDb db, CityWatch watch, StaffActors actors, Channels channels)
{
    public async Task<Matter> MatterOf(Guid reportId, CancellationToken ct)
    {
        var report = await db.Reports.Where(r => r.Id == reportId).Select(r => new { r.AgencyCode, r.ServiceCode, r.Confidential, r.MergedInto }).SingleAsync(ct);
        var service = watch.Current.Services[report.ServiceCode];
        return new Matter(reportId, report.AgencyCode, report.Confidential || service.Integrity || service.ConfidentialByDefault, service.Emergency, report.MergedInto is not null);
    }

    /// <returns>Those to whom the rule's medium leads.</returns>
    public async Task<IReadOnlyList<Listener>> Of(NotificationRule rule, Matter matter, string? agencyCode, CancellationToken ct)
    {
        var recipient = rule.Recipient;
        if (recipient == Recipient.Reporter)
        {
            return await channels.By(rule.Medium).Reporter(matter.ReportId, ct);
        }

        if (recipient == Recipient.Followers)
        {
            return matter.Guarded || matter.Merged ? [] : await Followers(matter.ReportId, ct);
        }

        // what an agency has been given is no longer the verifiers' to take in hand
        if (recipient == Recipient.Verifiers && agencyCode is not null && !watch.Current.FollowedByVerifiers(agencyCode))
        {
            return [];
        }

        return await Staff(rule, agencyCode, async account => !matter.Guarded || await MayOpen(account, matter.ReportId, ct), ct);
    }

    /// <summary>Of what is no report: the staff behind the rule, if the thing exists for them.</summary>
    /// <param name="unit">Whose officers and whose head are meant.</param>
    /// <param name="exists">For an actor.</param>
    public Task<IReadOnlyList<Listener>> Of(NotificationRule rule, string unit, Func<Actor, Task<bool>> exists, CancellationToken ct) =>
        Staff(rule, unit, async account => await exists(await actors.OfAsync(account, ct)), ct);

    private async Task<IReadOnlyList<Listener>> Staff(NotificationRule rule, string? unit, Func<Account, Task<bool>> mayHear, CancellationToken ct)
    {
        var role = RoleOf(rule.Recipient);
        var everywhere = role is StaffRole.Verifier or StaffRole.Auditor;
        var accounts = await channels.By(rule.Medium).Reachable(db.Users.AsNoTracking())
            .Where(account => !account.Disabled && account.Role == role && (everywhere || account.AgencyCode == unit))
            .ToListAsync(ct);
        var told = new List<Listener>();
        foreach (var account in accounts)
        {
            if (await mayHear(account))
            {
                told.Add(new Listener(account.Id));
            }
        }

        return told;
    }

    /// <summary>Also those of the reports that were merged into it.</summary>
    private async Task<List<Listener>> Followers(Guid reportId, CancellationToken ct) =>
        (await db.Reports.Where(r => r.Id == reportId || r.MergedInto == reportId)
            .Join(db.PushSubscriptions.Where(s => s.Recipient == Recipient.Followers), r => r.Id, s => s.ReportId, (_, s) => s.Id)
            .ToListAsync(ct)).ConvertAll(Listener.Browser);

    /// <summary>The rule by which everything else is read: nobody is told of a guarded report that would not exist for them.</summary>
    private async Task<bool> MayOpen(Account account, Guid reportId, CancellationToken ct) =>
        await db.Reports.VisibleTo(await actors.OfAsync(account, ct), watch.Current).AnyAsync(r => r.Id == reportId, ct);

    private static StaffRole RoleOf(Recipient recipient) => recipient switch
    {
        Recipient.Officers => StaffRole.Officer,
        Recipient.Head or Recipient.Overseer => StaffRole.Head,
        Recipient.Verifiers => StaffRole.Verifier,
        Recipient.Inspectorate => StaffRole.Auditor,
        Recipient.Reporter or Recipient.Followers => throw new ArgumentOutOfRangeException(nameof(recipient), "a citizen has no account"),
    };
}
