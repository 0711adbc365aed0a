using System.Globalization;
using KediriLapor.Accounts;
using KediriLapor.Deadlines;
using KediriLapor.Notifications;
using KediriLapor.ServiceCatalog;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Persistence.Reference;

/// <summary>Brings the shipped reference files into the database: insert-only, repeatable, quick when there is nothing new.</summary>
public static class ReferenceData
{
    /// <summary>Called at start-up under the migration lock. Returns how many rows were new.</summary>
    public static async Task<int> Load(AppDb db, ReferenceFiles files, DateTimeOffset now, CancellationToken ct)
    {
        var seeded = db.Set<SeededRow>();
        var fingerprint = new SeededRow { Kind = "files", Key = files.Fingerprint() };
        if (await seeded.AnyAsync(row => row.Kind == fingerprint.Kind && row.Key == fingerprint.Key, ct))
        {
            return 0;
        }

        var known = (await seeded.AsNoTracking().ToListAsync(ct)).Select(row => (row.Kind, row.Key)).ToHashSet();
        var added = 0;
        Add("agency", files.Agencies(), agency => agency.Code);
        Add("kelurahan", files.Kelurahan(), kelurahan => kelurahan.Code);
        Add("group", files.Groups(), group => group.Code);
        Add("service", files.Services(), service => service.Code);
        await OfferEnglish(files.Services());
        Add("rule", files.Rules(), rule => rule.Id.ToString());
        Add("holiday", files.Holidays(), holiday => Day(holiday.Date) + holiday.Name);
        Add("office_hours", files.OfficeHours(), hours => Day(hours.ValidFrom));
        await TellCalendar(db, now, ct);
        Add("notification_template", files.NotificationTemplates(), words => $"{words.Occasion}.{words.Voice}.{words.Language}");
        await OfferRules(files.NotificationRules());
        Add("reply_template", files.ReplyTemplates(), reply => reply.Id.ToString());
        Add("indicator", files.Indicators(now), indicator => indicator.Code);
        seeded.Add(fingerprint);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return added;

        // a rule is a part of one row: it is offered once, and what an admin left silent since is not spoken for
        async Task OfferRules(IEnumerable<NotificationRule> shipped)
        {
            var offered = shipped.Where(rule => known.Add(("notification_rule", rule.Key))).ToArray();
            seeded.AddRange(offered.Select(rule => new SeededRow { Kind = "notification_rule", Key = rule.Key }));
            added += await db.Offer(offered, ct);
        }

        // what was asked before it had English words gets them once, where no admin has worded it anew
        async Task OfferEnglish(IEnumerable<Service> shipped)
        {
            var offered = shipped.ToDictionary(service => service.Code, service => service.Questions.Where(question => known.Add(("question_en", $"{service.Code}.{question.Code}"))).ToArray());
            seeded.AddRange(offered.SelectMany(one => one.Value, (one, question) => new SeededRow { Kind = "question_en", Key = $"{one.Key}.{question.Code}" }));
            foreach (var service in await db.Services.ToListAsync(ct))
            {
                var english = offered.GetValueOrDefault(service.Code, []);
                service.Questions = [.. service.Questions.Select(asked => english.FirstOrDefault(one => one.Code == asked.Code) is { } one ? asked.InEnglishOf(one) : asked)];
            }
        }

        void Add<T>(string kind, IEnumerable<T> rows, Func<T, string> key)
            where T : class
        {
            foreach (var row in rows.Where(row => known.Add((kind, key(row)))))
            {
                db.Add(row);
                seeded.Add(new SeededRow { Kind = kind, Key = key(row) });
                added++;
            }
        }
    }

    /// <summary>New days are an edit of the calendar like an admin's, so that open deadlines follow.</summary>
    private static async Task TellCalendar(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        var days = Added<Holiday>(db).OrderBy(day => day.Date).Select(day => new ChangedDay(day.Date, null, new DayOff(day.Name, day.Kind))).ToArray();
        var hours = Added<OfficeHours>(db).OrderBy(period => period.ValidFrom).Select(period => new ChangedHours(period.ValidFrom, null, period)).ToArray();
        if (days.Length + hours.Length > 0)
        {
            db.CalendarChanges.Add(new CalendarChange(await db.CalendarVersion(ct) + 1, now, null, Actor.System.Name, days, hours));
        }
    }

    private static IEnumerable<T> Added<T>(AppDb db)
        where T : class =>
        db.ChangeTracker.Entries<T>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity);

    private static string Day(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
