using KediriLapor.Persistence;
using KediriLapor.Platform;

namespace KediriLapor.Accounts;

/// <summary>Writes beside an edit who made it; stored with it or not at all.</summary>
internal sealed class AdminHistory(AppDb db, CurrentActor actor, TimeProvider time)
{
    /// <inheritdoc cref="AdminChange.Of"/>
    public void Add(AdminSubject subject, string key, int version, object? before, object? after, string? note = null) =>
        db.AdminChanges.Add(AdminChange.Of(subject, key, version, before, after, actor.Value, time.Now(), note));
}
