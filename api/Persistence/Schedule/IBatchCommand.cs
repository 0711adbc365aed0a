using KediriLapor.Platform;

namespace KediriLapor.Persistence.Schedule;

/// <summary>
/// Works through one bounded batch of what is due and says how much that was; sent again until it answers 0. It runs in one
/// transaction, so rows taken <c>FOR UPDATE SKIP LOCKED</c> are its own until they are saved and a second instance takes others.
/// </summary>
public interface IBatchCommand : ICommand<int>;
