# Spiral: one ReLU layer
# Exported from Spiral Lab. Needs PyTorch: pip install torch (and pillow, where it reads or draws images)

import math

import torch
from torch import nn

EPOCHS = 3000


# Data

def spiral(samples, noise, classes):
    """For class c and t evenly spaced in [0, 1]: the point t (sin a, cos a),
    angle a = 2 pi / classes (2 t + c) + noise N(0, 1)."""
    points, labels = [], []
    for label in range(classes):
        count = samples // classes + (label < samples % classes)
        t = torch.linspace(0, 1, count)
        angle = 2 * math.pi / classes * (2 * t + label)
        angle += noise * torch.randn(count)
        points.append(torch.stack([t * angle.sin(), t * angle.cos()], 1))
        labels.append(torch.full([count], label))
    return torch.cat(points), torch.cat(labels)


def split(targets, count):
    """Holds out so many rows, of each class its share."""
    order = torch.randperm(len(targets))
    order = order[targets[order].argsort(stable=True)]
    shares = torch.arange(len(order) + 1) * count / len(order)
    held_out = shares.round().diff() > 0
    return order[~held_out], order[held_out]


def load_data():
    torch.manual_seed(7)
    inputs, targets = spiral(samples=3000, noise=0.2, classes=3)
    train, test = split(targets, 600)
    return inputs[train], targets[train], inputs[test], targets[test]


# Model

class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(2, 100)
        self.output = nn.Linear(100, 3)

    def forward(self, x):
        x = torch.relu(self.hidden(x))
        return self.output(x)


# Loss and evaluation

criterion = nn.CrossEntropyLoss()


@torch.no_grad()
def evaluate(model, inputs, targets):
    """Loss and accuracy, without dropout."""
    model.eval()
    outputs = torch.cat([model(some) for some in inputs.split(1000)])
    model.train()
    loss = criterion(outputs, targets).item()
    accuracy = (outputs.argmax(1) == targets).float().mean().item()
    return loss, accuracy


# Training

def batches(count):
    """Which examples the steps of an epoch learn from."""
    return [torch.arange(count)]


def learn(model, optimizer, inputs, targets):
    """One step; gives the loss of the batch before it."""
    optimizer.zero_grad()
    loss = criterion(model(inputs), targets)
    loss.backward()
    optimizer.step()
    return loss.item()


def train(model, train_x, train_y, test_x, test_y):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001, weight_decay=1e-5)
    for epoch in range(EPOCHS):
        for rows in batches(len(train_x)):
            learn(model, optimizer, train_x[rows], train_y[rows])
        if (epoch + 1) % 150 == 0:
            train_loss, train_accuracy = evaluate(model, train_x, train_y)
            test_loss, test_accuracy = evaluate(model, test_x, test_y)
            print(f"epoch {epoch + 1}: train {train_loss:.4f} ({train_accuracy:.1%}), "
                  f"test {test_loss:.4f} ({test_accuracy:.1%})")


def main():
    train_x, train_y, test_x, test_y = load_data()
    torch.manual_seed(42)
    model = Model()
    print(model)
    train(model, train_x, train_y, test_x, test_y)
    loss, accuracy = evaluate(model, test_x, test_y)
    print(f"test: loss {loss:.4f}, accuracy {accuracy:.1%}")


if __name__ == "__main__":
    main()
