namespace KediriLapor.Accounts;

/// <summary>Who sent this request: a stranger until the session cookie or a report's secret shows otherwise.</summary>
public sealed class CurrentActor
{
    public Actor Value { get; private set; } = Actor.Anonymous;

    internal void Become(Actor actor) => Value = actor;
}
